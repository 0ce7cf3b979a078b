using System.Globalization;
using SaleAuto.Reports;

namespace SaleAuto.Admin.Owner;

/// <summary>Where the figures of the owners' page lead: to the report or the list that they were reckoned from, with the same days.</summary>
internal static class OwnerLinks
{
    /// <summary>The page.</summary>
    public const string Page = AdminScreens.Home + "/owner";

    /// <summary>A report of the days.</summary>
    public static string Report(string name, ReportDays days, string? more = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{AdminScreens.Home}/accounting/reports/{name}?from={days.From:yyyy-MM-dd}&to={days.To:yyyy-MM-dd}{(more is null ? "" : "&" + more)}");

    /// <summary>A report on one day.</summary>
    public static string ReportOn(string name, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{AdminScreens.Home}/accounting/reports/{name}?to={day:yyyy-MM-dd}");

    /// <summary>A list under a condition.</summary>
    public static string List(string resource, string filter) => $"{AdminScreens.Home}/{resource}?filter={Uri.EscapeDataString(filter)}";

    /// <summary>The days as filters of lists read them.</summary>
    public static string Period(this ReportDays days) => string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}");
}
