using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Messages;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

/// <summary>A lead in a list. Instants are UTC, money is roubles.</summary>
public record StaffLeadRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required LeadKind Kind { get; init; }

    public required LeadStatus Status { get; init; }

    public required LeadCloseReason? CloseReason { get; init; }

    public required DateTime CreationTime { get; init; }

    public required string? Plate { get; init; }

    public required string? Name { get; init; }

    public required string Phone { get; init; }

    public required ClientOpinion Opinion { get; init; }

    public required decimal? ExpectedPrice { get; init; }

    public required ValuationStatus? ValuationStatus { get; init; }

    public required string? Make { get; init; }

    public required string? Model { get; init; }

    public required int? Year { get; init; }

    public required decimal? OfferLow { get; init; }

    public required decimal? OfferHigh { get; init; }

    /// <summary>Soonest open call.</summary>
    public required DateTime? CallDueAt { get; init; }
}

/// <summary>An open call and the lead that it is about.</summary>
public sealed record StaffCallRow(CallTaskKind Kind, CallTaskStatus Status, DateTime DueAt, string? ManagerName, StaffLeadRow Lead);

/// <summary>Everything about a lead.</summary>
public sealed record StaffLeadDetailsRow(
    StaffLeadRow Lead,
    StaffLeadFactsRow Facts,
    StaffValuationRow? Valuation,
    IReadOnlyList<StaffHistoryRow> History,
    IReadOnlyList<StaffConsentRow> Consents,
    IReadOnlyList<StaffCallTaskRow> Calls,
    IReadOnlyList<StaffMessageRow> Messages);

/// <summary>What the client told, and the lead's own dates.</summary>
public sealed record StaffLeadFactsRow
{
    public required Guid? ClientId { get; init; }

    public required int? MileageKm { get; init; }

    public required CarCondition? Condition { get; init; }

    public required LeadSource? Source { get; init; }

    public required LeadUtm Utm { get; init; }

    public required DateTime? ConfirmedAt { get; init; }

    public required DateTime? ClosedAt { get; init; }

    public required Guid? JoinedLeadId { get; init; }

    public required string? JoinedLeadNumber { get; init; }
}

/// <summary>The valuation with its evidence as JSON.</summary>
public sealed record StaffValuationRow
{
    public required ValuationStatus Status { get; init; }

    public required ManualValuationReason? ManualReason { get; init; }

    public required DateTime? ComputedAt { get; init; }

    public required DateTime? ValidUntil { get; init; }

    public required string? Vin { get; init; }

    public required decimal? MarketAverage { get; init; }

    public required decimal? MarketMedian { get; init; }

    public required decimal? MarketLow { get; init; }

    public required decimal? MarketHigh { get; init; }

    public required int? SampleSize { get; init; }

    public required decimal? Confidence { get; init; }

    public required string? Evidence { get; init; }
}

/// <summary>One thing that happened to the lead.</summary>
public sealed record StaffHistoryRow(DateTime At, LeadHistoryKind Kind, LeadStatus? From, LeadStatus To, Guid? ActorId, string? StaffName, string? Note);

/// <summary>A consent given with the lead.</summary>
public sealed record StaffConsentRow(ConsentKind Kind, string TextVersion, DateTime GrantedAt, DateTime? WithdrawnAt);

/// <summary>A message about the lead. Its text stays out: the list tells whether it arrived.</summary>
public sealed record StaffMessageRow(MessageChannel Channel, string Recipient, MessageStatus Status, DateTime CreatedAt, DateTime? SentAt, int Attempts, string? LastError);

/// <summary>A call task of the lead.</summary>
public sealed record StaffCallTaskRow(
    CallTaskKind Kind,
    CallTaskStatus Status,
    DateTime PromisedAt,
    DateTime DueAt,
    DateTime? TakenAt,
    DateTime? EndedAt,
    CallOutcome? Outcome,
    string? ManagerName);
