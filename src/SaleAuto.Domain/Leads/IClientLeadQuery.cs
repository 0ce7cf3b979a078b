using SaleAuto.Cars;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

/// <summary>Leads as their client sees them, in one query.</summary>
public interface IClientLeadQuery
{
    /// <summary>The client's confirmed leads, newest first, at most 50; requests that joined another lead are left out.</summary>
    Task<IReadOnlyList<ClientLeadRow>> GetListAsync(Guid clientId, CancellationToken cancellationToken);

    /// <summary>One of the client's own leads, or null. A request that joined another lead gives that one.</summary>
    Task<ClientLeadRow?> FindAsync(Guid id, Guid clientId, CancellationToken cancellationToken);
}

/// <summary>A lead with its valuation and the deadline of its call. Instants are UTC, money is roubles.</summary>
public sealed record ClientLeadRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required LeadKind Kind { get; init; }

    public required LeadStatus Status { get; init; }

    public required string? Plate { get; init; }

    public required int? MileageKm { get; init; }

    public required CarCondition? Condition { get; init; }

    public required LeadSource? Source { get; init; }

    public required DateTime CreationTime { get; init; }

    public required ClientOpinion Opinion { get; init; }

    public required decimal? ExpectedPrice { get; init; }

    public required ValuationStatus? ValuationStatus { get; init; }

    public required string? Make { get; init; }

    public required string? Model { get; init; }

    public required int? Year { get; init; }

    public required decimal? MarketAverage { get; init; }

    public required decimal? OfferLow { get; init; }

    public required decimal? OfferHigh { get; init; }

    public required int? SampleSize { get; init; }

    public required DateTime? ValidUntil { get; init; }

    /// <summary>Soonest open call.</summary>
    public required DateTime? CallDueAt { get; init; }
}
