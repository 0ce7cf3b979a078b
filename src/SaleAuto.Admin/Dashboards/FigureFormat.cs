using System.Globalization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Dashboards;

/// <summary>How figures and their parts are written.</summary>
internal static class FigureFormat
{
    private const string NoBreakSpace = "\u00A0";

    /// <summary>A number of a figure; sums of money without kopecks: they are looked at, not paid.</summary>
    public static string Of(decimal value, WidgetFormat format) => format switch
    {
        WidgetFormat.Count => Display.Whole(value),
        WidgetFormat.Money => AdminLanguage.IsEnglish ? "₽\u202F" + Display.Whole(value) : Display.Whole(value) + NoBreakSpace + "₽",
        WidgetFormat.Percent => Display.Number(Math.Round(value, 1)) + NoBreakSpace + "%",
        _ => Display.Number(Math.Round(value, 2)),
    };

    /// <summary>What a part stands for.</summary>
    public static string NameOf(WidgetPoint point, DashboardRange range, IResourceTexts texts, string none) => point.Key switch
    {
        DateOnly day when range.Grain == DashboardGrain.Month => day.ToString("MMM yyyy", CultureInfo.CurrentUICulture),
        DateOnly day => Display.Day(day, day),
        Enum value => texts.NameOf(value),
        Guid => point.Label ?? none,
        string { Length: > 0 } text => text,
        bool flag => texts.Find(flag ? "Yes" : "No") ?? flag.ToString(),
        null or "" => none,
        var other => Convert.ToString(other, CultureInfo.CurrentCulture) ?? none,
    };
}
