using System.Globalization;
using System.Text.Json;

namespace SaleAuto.LowCode;

/// <summary>Values of rows as texts of a file: for people in the current language and the company's time, for programs as in the API.</summary>
internal sealed class ExportValues(bool forPrograms, bool decimalComma, IResourceTexts texts, TimeZoneInfo zone)
{
    private readonly bool _isRussian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";
    private readonly NumberFormatInfo _numbers = new() { NumberDecimalSeparator = decimalComma ? "," : ".", NumberGroupSeparator = "" };
    private readonly string _yes = texts.Find("Export.Yes") ?? "true";
    private readonly string _no = texts.Find("Export.No") ?? "false";

    /// <summary>The moment on the company's clocks.</summary>
    public DateTime Local(DateTime moment) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone);

    /// <summary>The value as a text; empty when there is none.</summary>
    public string Text(object? value, string? label) => value switch
    {
        null => "",
        Guid id => forPrograms ? id.ToString() : label ?? id.ToString(),
        string text => text,
        Enum named => forPrograms ? JsonNamingPolicy.CamelCase.ConvertName(named.ToString()) : texts.NameOf(named),
        bool flag => forPrograms ? flag ? "true" : "false" : flag ? _yes : _no,
        DateTime moment when forPrograms => DateTime.SpecifyKind(moment, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTime moment => Local(moment).ToString(_isRussian ? "dd.MM.yyyy HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(_isRussian && !forPrograms ? "dd.MM.yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", _numbers),
        double number => number.ToString("R", _numbers),
        IEnumerable<Guid> ids => string.Join(' ', ids),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
