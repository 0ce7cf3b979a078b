namespace SaleAuto.Reports;

/// <summary>A column of a report.</summary>
/// <param name="Name">Its caption is the resource text <c>reports.column.{Name}</c>.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="HasTotal">Whether the row of totals has a value under it.</param>
public sealed record ReportColumn(string Name, ReportColumnKind Kind, bool HasTotal = false);

/// <summary>What cells of a column hold.</summary>
public enum ReportColumnKind
{
    /// <summary>Words; enums by their names.</summary>
    Text,

    /// <summary>Number of a record that the row leads to.</summary>
    Record,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Roubles.</summary>
    Money,

    /// <summary>A share: 0.05 is five per cent.</summary>
    Share,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month, by its first day.</summary>
    Month,

    /// <summary>A moment, UTC.</summary>
    Moment,
}

/// <summary>A row of a report; its values are parallel to the columns.</summary>
/// <param name="Values">Null is an empty cell.</param>
/// <param name="RecordId">The record that the cell of kind <see cref="ReportColumnKind.Record"/> leads to, in the list that the report names.</param>
public sealed record ReportLine(IReadOnlyList<object?> Values, Guid? RecordId = null);

/// <summary>What a report can be narrowed by.</summary>
[Flags]
public enum ReportFilters
{
    /// <summary>By its last day only.</summary>
    None = 0,

    /// <summary>By its first day.</summary>
    From = 1,

    /// <summary>By a person.</summary>
    Person = 2,

    /// <summary>By a place of money, or a person who holds some.</summary>
    Account = 4,

    /// <summary>By what money was spent on.</summary>
    Category = 8,

    /// <summary>By days in stock.</summary>
    Age = 16,
}

/// <summary>Bounds of reports.</summary>
public static class MoneyReportConsts
{
    /// <summary>Rows that a page shows; the totals are of all.</summary>
    public const int MaxShown = 200;

    /// <summary>Most rows of a table that is taken away.</summary>
    public const int MaxExported = 50_000;

    /// <summary>Most rows of a PDF: nobody turns more pages.</summary>
    public const int MaxPrinted = 3_000;

    /// <summary>Stands for costs of the company among the categories of expenses.</summary>
    public const string CompanyCosts = "Company";
}
