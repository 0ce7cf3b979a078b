using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Valuations;

namespace SaleAuto.Calls;

/// <summary>Calls as managers see them at the call desk.</summary>
public interface ICallDeskQuery
{
    /// <summary>Open calls, soonest first; one command.</summary>
    Task<IReadOnlyList<QueuedCallRow>> GetQueueAsync(int most, CancellationToken cancellationToken);

    /// <summary>How many calls are open.</summary>
    Task<int> CountOpenAsync(CancellationToken cancellationToken);

    /// <summary>One call, open or ended, or null.</summary>
    Task<CallRow?> FindAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>Calls made for the lead, those of joined requests included, newest first, at most 50.</summary>
    Task<IReadOnlyList<CallAttemptRow>> GetAttemptsAsync(Guid leadId, CancellationToken cancellationToken);
}

/// <summary>A call in the queue. Instants are UTC, money is roubles.</summary>
public record QueuedCallRow
{
    public required Guid TaskId { get; init; }

    public required CallTaskKind Kind { get; init; }

    public required CallTaskStatus Status { get; init; }

    public required DateTime PromisedAt { get; init; }

    public required DateTime DueAt { get; init; }

    public required bool WasMissed { get; init; }

    public required DateTime? TakenAt { get; init; }

    public required Guid? ManagerId { get; init; }

    public required string? ManagerName { get; init; }

    public required string? ResponsibleName { get; init; }

    public required int Attempts { get; init; }

    public required Guid LeadId { get; init; }

    public required string LeadNumber { get; init; }

    public required LeadKind LeadKind { get; init; }

    public required LeadStatus LeadStatus { get; init; }

    public required string? Name { get; init; }

    public required string Phone { get; init; }

    public required string? Plate { get; init; }

    public required ValuationStatus? ValuationStatus { get; init; }

    public required string? Make { get; init; }

    public required string? Model { get; init; }

    public required int? Year { get; init; }

    public required decimal? OfferLow { get; init; }

    public required decimal? OfferHigh { get; init; }

    public required decimal? NamedPrice { get; init; }

    public required ClientOpinion Opinion { get; init; }

    public required decimal? ExpectedPrice { get; init; }
}

/// <summary>A call with the answers of its script.</summary>
public sealed record CallRow
{
    public required QueuedCallRow Call { get; init; }

    public required int? MileageKm { get; init; }

    public required CarCondition? Condition { get; init; }

    public required LeadSource? Source { get; init; }

    public required bool ConditionsExplained { get; init; }

    public required decimal? MarketAverage { get; init; }

    public required CallOutcome? Outcome { get; init; }

    public required Guid? DealId { get; init; }
}

/// <summary>A call that was made.</summary>
public sealed record CallAttemptRow(Guid Id, DateTime At, CallOutcome Outcome, string? Note, string? ManagerName, bool WasLate);
