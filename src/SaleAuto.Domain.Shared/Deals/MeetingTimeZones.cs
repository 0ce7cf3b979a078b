namespace SaleAuto.Deals;

/// <summary>Time zones in which the company meets clients: those of Russia, from west to east.</summary>
public static class MeetingTimeZones
{
    /// <summary>IANA names.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk",
        "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ];
}
