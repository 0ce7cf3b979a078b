using SaleAuto.Calls;
using SaleAuto.Leads;

namespace SaleAuto.Reports;

/// <summary>How the work goes that profit comes from. Moments are UTC, the end not included.</summary>
public interface IOwnerWorkQuery
{
    /// <summary>Cars bought in the time.</summary>
    Task<int> CountBoughtAsync(DateTime from, DateTime until, CancellationToken cancellationToken);

    /// <summary>When each car sold in the time had come and gone; one command.</summary>
    Task<IReadOnlyList<CarStay>> GetStaysAsync(DateTime from, DateTime until, CancellationToken cancellationToken);

    /// <summary>First calls promised in the time, by kind; calls that are not due yet and such as nobody had to make any more are left out. One command.</summary>
    Task<IReadOnlyList<PromiseRow>> GetPromisesAsync(DateTime from, DateTime until, CancellationToken cancellationToken);

    /// <summary>Visits of the days, and how far requests begun in them came by their end, by source, most first; four commands.</summary>
    Task<IReadOnlyList<SourceWayRow>> GetWaysAsync(ReportDays days, TimeZoneInfo zone, CancellationToken cancellationToken);

    /// <summary>What the market figure had said of the cars sold in the time; one command.</summary>
    Task<IReadOnlyList<ValuationError>> GetValuationErrorsAsync(DateTime from, DateTime until, CancellationToken cancellationToken);

    /// <summary>What calls for the owner: cars bought before the moment and still here, sources that fail, messages of the last days that never left.</summary>
    Task<OwnerAlarms> GetAlarmsAsync(DateTime boughtBefore, DateTime failedSince, CancellationToken cancellationToken);
}

/// <summary>The time of a car with us, UTC.</summary>
public sealed record CarStay(DateTime BoughtAt, DateTime LeftAt);

/// <summary>Promised calls of a kind.</summary>
/// <param name="Kind">First call on a purchase request, or on a request for a call.</param>
/// <param name="Promised">How many were promised.</param>
/// <param name="Kept">Of these, made in time.</param>
public sealed record PromiseRow(CallTaskKind Kind, int Promised, int Kept);

/// <summary>Visits and requests of one source and what became of them. The tag of the link counts before what the client named: it is the only thing that a visit tells.</summary>
/// <param name="Campaign">The link's tag, see <see cref="Visits.CampaignName"/>; null without.</param>
/// <param name="Source">Without a tag, what the client named; null when nothing was said.</param>
/// <param name="Visits">Visits of the public site; all without a tag are in the row that has neither tag nor source.</param>
/// <param name="Begun">Forms begun.</param>
/// <param name="Confirmed">Confirmed by the client.</param>
/// <param name="Called">Called by a manager.</param>
/// <param name="Met">Came to a planned meeting.</param>
/// <param name="Bought">Cars bought.</param>
/// <param name="Sold">Of these, sold again.</param>
/// <param name="Profit">What they brought, roubles.</param>
public sealed record SourceWayRow(
    string? Campaign, LeadSource? Source, int Visits, int Begun, int Confirmed, int Called, int Met, int Bought, int Sold, decimal Profit);

/// <summary>How the market figure of a valuation compares with the resale.</summary>
/// <param name="Share">Market figure less resale, as a share of the resale.</param>
/// <param name="IsInside">Whether the resale lies within the interval.</param>
public sealed record ValuationError(double Share, bool IsInside);

/// <summary>What calls for the owner.</summary>
/// <param name="OldCars">Cars that have stood too long.</param>
/// <param name="OldestCars">The oldest of them.</param>
/// <param name="FailingSources">Names of market sources that fail, rest after a refusal or show less than they used to.</param>
/// <param name="FailedMessages">Messages that never left.</param>
public sealed record OwnerAlarms(int OldCars, IReadOnlyList<OldCar> OldestCars, IReadOnlyList<string> FailingSources, int FailedMessages);

/// <summary>A car that has stood too long.</summary>
public sealed record OldCar(Guid Id, string Number, string Title, DateTime BoughtAt);
