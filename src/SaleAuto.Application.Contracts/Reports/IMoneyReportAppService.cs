namespace SaleAuto.Reports;

/// <summary>Reports on money: on the screen with their totals, and as files.</summary>
public interface IMoneyReportAppService
{
    /// <summary>Names of the reports in their order.</summary>
    Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken);

    /// <summary>A report with its first rows, and the totals of all.</summary>
    Task<MoneyReportDto> GetAsync(string name, MoneyReportInput input, CancellationToken cancellationToken);

    /// <summary>The whole report as a file; the audit log tells of it.</summary>
    /// <exception cref="Errors.BusinessException">It has too many rows.</exception>
    Task<ReportFile> ExportAsync(string name, MoneyReportInput input, ReportFormat format, CancellationToken cancellationToken);
}

/// <summary>What a report is asked for; what it cannot be narrowed by is passed over.</summary>
public sealed record MoneyReportInput
{
    /// <summary>First day of the company's time zone; empty is the first of the last day's month.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; empty is today.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only this person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Only this place of money, or what this person holds.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Only what was spent on this: an expense category, or <see cref="MoneyReportConsts.CompanyCosts"/>.</summary>
    public string? Category { get; init; }

    /// <summary>At least so many days in stock.</summary>
    public int? MinAge { get; init; }

    /// <summary>At most so many days in stock.</summary>
    public int? MaxAge { get; init; }
}

/// <summary>A report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Resource">List whose records its rows lead to, or null.</param>
/// <param name="Days">The days that it is on.</param>
/// <param name="Filters">What it can be narrowed by.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Lines">Its first rows.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="Totals">Sums of all rows, parallel to the columns.</param>
/// <param name="Notes">Sums beside the rows.</param>
/// <param name="People">People to choose from, by name.</param>
/// <param name="Places">Places of money to choose from, by name.</param>
public sealed record MoneyReportDto(
    string Name,
    string? Resource,
    ReportDays Days,
    ReportFilters Filters,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportLine> Lines,
    int Count,
    IReadOnlyList<object?> Totals,
    IReadOnlyList<(string Name, decimal Amount)> Notes,
    IReadOnlyList<(Guid Id, string Name)> People,
    IReadOnlyList<(Guid Id, string Name)> Places);

/// <summary>Kind of file.</summary>
public enum ReportFormat
{
    /// <summary>Text with semicolons.</summary>
    Csv,

    /// <summary>Excel.</summary>
    Xlsx,

    /// <summary>To print and to keep.</summary>
    Pdf,
}

/// <summary>A report as a file.</summary>
public sealed record ReportFile(string Name, string ContentType, byte[] Content);
