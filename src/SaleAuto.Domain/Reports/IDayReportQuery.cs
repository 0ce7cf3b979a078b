namespace SaleAuto.Reports;

/// <summary>What a day brought.</summary>
public interface IDayReportQuery
{
    /// <summary>Counts what happened in the time, UTC, the end not included, and the meetings of the next day.</summary>
    Task<DayReport> GetAsync(DateTime from, DateTime to, DateTime nextDay, DateTime nextDayEnd, CancellationToken cancellationToken);
}

/// <summary>Figures of a day.</summary>
public sealed record DayReport
{
    /// <summary>Confirmed requests to sell a car; duplicates are left out.</summary>
    public required int Buyouts { get; init; }

    /// <summary>Requests for a call.</summary>
    public required int CallRequests { get; init; }

    /// <summary>First calls that were due then and made late or not yet.</summary>
    public required int CallsLate { get; init; }

    /// <summary>Cars bought.</summary>
    public required int Bought { get; init; }

    /// <summary>What was paid for them, roubles.</summary>
    public required decimal BoughtFor { get; init; }

    /// <summary>Cars resold.</summary>
    public required int Sold { get; init; }

    /// <summary>What came in for them, roubles.</summary>
    public required decimal SoldFor { get; init; }

    /// <summary>Meetings that came to nothing.</summary>
    public required int Rejected { get; init; }

    /// <summary>Meetings of the next day.</summary>
    public required int Tomorrow { get; init; }
}
