using SaleAuto.Leads;

namespace SaleAuto.Reports;

/// <summary>How many requests of a time got how far; one command.</summary>
public interface IFunnelReportQuery
{
    /// <summary>Counts requests by the time of their confirmation, UTC, the end not included.</summary>
    Task<FunnelRow> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}

/// <summary>
/// Requests that ever got at least so far, wherever they stand now: each step is a part of the one before. Duplicates are left out, they count with the request that they joined.
/// </summary>
public sealed record FunnelRow
{
    /// <summary>Confirmed by the client.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Given a price range by the program, or led on by a manager without one.</summary>
    public required int Valued { get; init; }

    /// <summary>Called by a manager.</summary>
    public required int Called { get; init; }

    /// <summary>Of these, first called after the promised time.</summary>
    public required int CalledLate { get; init; }

    /// <summary>A meeting was planned.</summary>
    public required int DealPlanned { get; init; }

    /// <summary>The car was bought.</summary>
    public required int Won { get; init; }

    /// <summary>The car went to a competitor.</summary>
    public required int Lost { get; init; }

    /// <summary>Ended otherwise.</summary>
    public required int Closed { get; init; }
}

/// <summary>Which sources bring requests, and which bring cars; one command.</summary>
public interface ISourceReportQuery
{
    /// <summary>Sources by number of requests confirmed in the time, UTC, the end not included; at most 100 rows.</summary>
    Task<IReadOnlyList<SourceRow>> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}

/// <summary>Requests of one source.</summary>
/// <param name="Source">What the client named; null when nothing was said.</param>
/// <param name="Campaign">utm_source of the visit; null without.</param>
/// <param name="Leads">Requests.</param>
/// <param name="Deals">Requests that came to a planned meeting.</param>
/// <param name="Won">Cars bought.</param>
/// <param name="Lost">Cars that went to competitors.</param>
public sealed record SourceRow(LeadSource? Source, string? Campaign, int Leads, int Deals, int Won, int Lost);
