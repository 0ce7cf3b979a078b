using System.Globalization;
using SaleAuto.Admin.Components;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Values as they stand in the small editors, in a spelling that <see cref="ResourceInput.FromForm"/> reads.</summary>
internal static class ValueText
{
    public static string Of(FieldModel field, object? value, TimeZoneInfo zone) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.####", Display.Numbers),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        string phone when field.Kind == FieldKind.Phone => Display.Phone(phone),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
