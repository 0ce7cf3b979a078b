using System.Globalization;
using SaleAuto.LowCode;

namespace SaleAuto.Reports;

/// <summary>Captions of reports in the current language, and values as they are printed.</summary>
internal sealed class ReportWords(IResourceTexts texts, TimeZoneInfo zone)
{
    private const string NoBreakSpace = "\u00A0";

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static NumberFormatInfo Numbers => Culture.TwoLetterISOLanguageName == "ru"
        ? new NumberFormatInfo { NumberGroupSeparator = NoBreakSpace, NumberDecimalSeparator = ",", NegativeSign = "\u2212" }
        : new NumberFormatInfo { NegativeSign = "\u2212" };

    /// <summary>What a report is called.</summary>
    public string Title(string report) => Find($"reports.{report}");

    /// <summary>The days that a report is on.</summary>
    public string Days(ReportDays days, ReportFilters filters) => filters.HasFlag(ReportFilters.From)
        ? string.Format(Culture, Find("reports.days"), Day(days.From), Day(days.To))
        : string.Format(Culture, Find("reports.day"), Day(days.To));

    /// <summary>Caption of a column.</summary>
    public string Caption(ReportColumn column) => Find($"reports.column.{column.Name}");

    /// <summary>A sum beside the rows, with its name.</summary>
    public string Note((string Name, decimal Amount) note) => $"{Find($"reports.note.{note.Name}")}: {Amount(note.Amount)}";

    /// <summary>Any other text of reports.</summary>
    public string Find(string key) => texts.Find(key) ?? key;

    /// <summary>A value as it is printed.</summary>
    public string Cell(ReportColumn column, object? value) => (value, column.Kind) switch
    {
        (null, _) => "",
        (Enum named, _) => texts.NameOf(named),
        (decimal amount, ReportColumnKind.Money) => Amount(amount),
        (decimal share, ReportColumnKind.Share) => (share * 100).ToString("#,0.0#", Numbers) + NoBreakSpace + "%",
        (DateOnly month, ReportColumnKind.Month) => month.ToString("MMMM yyyy", Culture),
        (DateOnly day, _) => Day(day),
        (DateTime moment, _) => TimeZoneInfo.ConvertTimeFromUtc(moment, zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture),
        (IFormattable number, ReportColumnKind.Count) => number.ToString("#,0", Numbers),
        _ => Convert.ToString(value, Culture) ?? "",
    };

    /// <summary>A value as a cell of a table that is reckoned with.</summary>
    public object? Value(ReportColumn column, object? value) => (value, column.Kind) switch
    {
        (decimal share, ReportColumnKind.Share) => share * 100,
        (DateOnly month, ReportColumnKind.Month) => month.ToString("MMMM yyyy", Culture),
        _ => value,
    };

    /// <summary>What cells of a table hold.</summary>
    public static FieldKind KindOf(ReportColumn column) => column.Kind switch
    {
        ReportColumnKind.Money => FieldKind.Money,
        ReportColumnKind.Count => FieldKind.Integer,
        ReportColumnKind.Share => FieldKind.Decimal,
        ReportColumnKind.Day => FieldKind.Date,
        ReportColumnKind.Moment => FieldKind.DateTime,
        _ => FieldKind.Text,
    };

    private static string Amount(decimal amount) => amount.ToString("#,0.00", Numbers);

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
