using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Valuations;

namespace SaleAuto.Calls;

/// <summary>The queue as it stood at a moment.</summary>
/// <param name="Now">The moment, UTC; countdowns are corrected by it.</param>
/// <param name="Total">Open calls in all; the list may hold fewer.</param>
/// <param name="Calls">Soonest first.</param>
public sealed record CallQueueDto(DateTime Now, int Total, IReadOnlyList<QueuedCallDto> Calls);

/// <summary>A call in the queue. Instants are UTC, money is roubles.</summary>
public sealed record QueuedCallDto
{
    public required Guid TaskId { get; init; }

    public required CallTaskKind Kind { get; init; }

    public required CallTaskStatus Status { get; init; }

    /// <summary>When the promise was made.</summary>
    public required DateTime PromisedAt { get; init; }

    /// <summary>Until when the client is to be called.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>The promise was missed; stays so after a late call.</summary>
    public required bool IsLate { get; init; }

    /// <summary>Who has it.</summary>
    public required string? ManagerName { get; init; }

    public required bool IsMine { get; init; }

    /// <summary>Who knows the client.</summary>
    public required string? ResponsibleName { get; init; }

    /// <summary>Calls made before.</summary>
    public required int Attempts { get; init; }

    public required Guid LeadId { get; init; }

    public required string LeadNumber { get; init; }

    public required LeadKind LeadKind { get; init; }

    public required LeadStatus LeadStatus { get; init; }

    public required string? Name { get; init; }

    /// <summary>Canonical phone (E.164); null for whoever may not see phones.</summary>
    public required string? Phone { get; init; }

    /// <summary>Canonical plate.</summary>
    public required string? Plate { get; init; }

    public required ValuationStatus? ValuationStatus { get; init; }

    public required VehicleDto? Vehicle { get; init; }

    public required decimal? OfferLow { get; init; }

    public required decimal? OfferHigh { get; init; }

    public required decimal? NamedPrice { get; init; }

    public required ClientOpinion Opinion { get; init; }

    public required decimal? ExpectedPrice { get; init; }
}

/// <summary>A call with its script.</summary>
public sealed record CallDto
{
    /// <summary>When it was read, UTC.</summary>
    public required DateTime Now { get; init; }

    public required QueuedCallDto Call { get; init; }

    public required int? MileageKm { get; init; }

    public required CarCondition? Condition { get; init; }

    public required LeadSource? Source { get; init; }

    public required bool ConditionsExplained { get; init; }

    public required decimal? MarketAverage { get; init; }

    /// <summary>What came of it, once it is over.</summary>
    public required CallOutcome? Outcome { get; init; }

    /// <summary>Calls made before, newest first.</summary>
    public required IReadOnlyList<CallAttemptDto> Attempts { get; init; }

    /// <summary>Requests that may be about the same person or car.</summary>
    public required IReadOnlyList<SimilarLeadDto> Similar { get; init; }
}

/// <summary>A call that was made.</summary>
public sealed record CallAttemptDto(DateTime At, CallOutcome Outcome, string? Note, string? ManagerName, bool WasLate);

/// <summary>When to call again.</summary>
/// <param name="NeedsDecision">The threshold is reached: no further call follows by itself, a manager decides until then.</param>
/// <param name="DueAt">Until when, UTC.</param>
/// <param name="Failures">Failed calls with this one.</param>
public sealed record RepeatDto(bool NeedsDecision, DateTime DueAt, int Failures);

/// <summary>What came of a call.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="LeadNumber">Its number.</param>
/// <param name="LeadStatus">Where it stands now.</param>
/// <param name="Outcome">The result.</param>
/// <param name="DealId">The planned deal.</param>
/// <param name="DealNumber">Its number.</param>
/// <param name="NextCallAt">Deadline of the call that follows, UTC.</param>
/// <param name="NextCallKind">Why it follows.</param>
public sealed record CallResultDto(
    Guid LeadId, string LeadNumber, LeadStatus LeadStatus, CallOutcome Outcome, Guid? DealId, string? DealNumber, DateTime? NextCallAt, CallTaskKind? NextCallKind);
