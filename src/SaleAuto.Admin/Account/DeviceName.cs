namespace SaleAuto.Admin.Account;

/// <summary>Browser and system in two words; what a browser says of itself is long and made to mislead.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("YaBrowser", "Яндекс Браузер"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        string[] parts = [Find(Browsers, agent), Find(Systems, agent)];
        var known = string.Join(", ", parts.Where(x => x.Length > 0));
        return known.Length > 0 ? known : "—";
    }

    private static string Find((string Mark, string Name)[] known, string? agent) =>
        known.FirstOrDefault(x => agent?.Contains(x.Mark, StringComparison.Ordinal) == true).Name ?? "";
}
