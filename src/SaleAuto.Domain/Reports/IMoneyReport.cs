namespace SaleAuto.Reports;

/// <summary>
/// One report on money: its columns, what it can be narrowed by, and its rows. Sums are taken from the books by the day on which they were recorded, so that a report on past days is the same tomorrow.
/// A new report is one class and its texts.
/// </summary>
public interface IMoneyReport
{
    /// <summary>Its name in addresses; its title is the resource text <c>reports.{Name}</c>.</summary>
    string Name { get; }

    /// <summary>Place among the reports.</summary>
    int Order { get; }

    /// <summary>List whose records its rows lead to, or null.</summary>
    string? Resource => null;

    /// <summary>What it can be narrowed by.</summary>
    ReportFilters Filters { get; }

    /// <summary>Its columns.</summary>
    IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>Its rows.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="most">Most rows; the totals are of all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken);
}

/// <summary>What is asked of a report; what it cannot be narrowed by is passed over.</summary>
/// <param name="Days">Days of the company's time zone; a report on one day is on the last of them.</param>
/// <param name="Zone">The company's time zone.</param>
public sealed record ReportFilter(ReportDays Days, TimeZoneInfo Zone)
{
    /// <summary>Only this person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Only this place of money, or what this person holds.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Only what was spent on this: name of an expense category, or <see cref="MoneyReportConsts.CompanyCosts"/>.</summary>
    public string? Category { get; init; }

    /// <summary>At least so many days in stock.</summary>
    public int? MinAge { get; init; }

    /// <summary>At most so many days in stock.</summary>
    public int? MaxAge { get; init; }
}

/// <summary>Rows of a report.</summary>
/// <param name="Lines">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Totals">Sums of all rows, parallel to the columns; null where a column has none.</param>
public sealed record ReportRows(IReadOnlyList<ReportLine> Lines, int Count, IReadOnlyList<object?> Totals)
{
    /// <summary>Sums beside the rows: resource text <c>reports.note.{Name}</c>, roubles.</summary>
    public IReadOnlyList<(string Name, decimal Amount)> Notes { get; init; } = [];
}

/// <summary>People and places that reports are narrowed by.</summary>
public interface IReportChoices
{
    /// <summary>Staff, also those who have left.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetPeopleAsync(CancellationToken cancellationToken);

    /// <summary>Places of money, also closed ones.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetPlacesAsync(CancellationToken cancellationToken);
}
