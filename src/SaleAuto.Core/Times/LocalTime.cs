namespace SaleAuto.Times;

/// <summary>Moments by the clocks of a place.</summary>
public static class LocalTime
{
    /// <summary>The moment at which the clocks of the zone show that time, UTC. A time that a change of the clocks skips is taken an hour later.</summary>
    public static DateTime ToUtc(this TimeZoneInfo zone, DateTime local) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}
