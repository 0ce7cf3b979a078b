using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Messages;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

/// <summary>Open calls as they stood at a moment.</summary>
/// <param name="Now">The moment, UTC; deadlines are counted from it.</param>
/// <param name="Calls">Soonest first.</param>
public sealed record StaffCallListDto(DateTime Now, IReadOnlyList<StaffCallDto> Calls);

/// <summary>An open call and the lead that it is about.</summary>
/// <param name="Kind">Why the client is to be called.</param>
/// <param name="Status">Waiting or taken.</param>
/// <param name="DueAt">Until when, UTC.</param>
/// <param name="IsOverdue">Waiting still, although the deadline passed.</param>
/// <param name="ManagerName">Who took it.</param>
/// <param name="Lead">The lead.</param>
public sealed record StaffCallDto(CallTaskKind Kind, CallTaskStatus Status, DateTime DueAt, bool IsOverdue, string? ManagerName, StaffLeadDto Lead);

/// <summary>A page of leads.</summary>
/// <param name="Leads">Newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record StaffLeadPageDto(IReadOnlyList<StaffLeadDto> Leads, string? Next);

/// <summary>A lead in a list. Instants are UTC, money is roubles.</summary>
public sealed record StaffLeadDto
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required LeadKind Kind { get; init; }

    public required LeadStatus Status { get; init; }

    public required LeadCloseReason? CloseReason { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Canonical plate.</summary>
    public required string? Plate { get; init; }

    public required string? Name { get; init; }

    /// <summary>Canonical phone (E.164).</summary>
    public required string? Phone { get; init; }

    public required ClientOpinion Opinion { get; init; }

    public required decimal? ExpectedPrice { get; init; }

    public required ValuationStatus? ValuationStatus { get; init; }

    public required VehicleDto? Vehicle { get; init; }

    public required decimal? OfferLow { get; init; }

    public required decimal? OfferHigh { get; init; }

    /// <summary>Soonest open call, UTC.</summary>
    public required DateTime? CallDueAt { get; init; }
}

/// <summary>Everything about a lead.</summary>
public sealed record StaffLeadDetailsDto
{
    /// <summary>When it was read, UTC.</summary>
    public required DateTime Now { get; init; }

    public required StaffLeadDto Lead { get; init; }

    public required int? MileageKm { get; init; }

    public required CarCondition? Condition { get; init; }

    public required LeadSource? Source { get; init; }

    public required UtmTags Utm { get; init; }

    public required DateTime? ConfirmedAt { get; init; }

    public required DateTime? ClosedAt { get; init; }

    public required Guid? JoinedLeadId { get; init; }

    public required string? JoinedLeadNumber { get; init; }

    public required StaffValuationDto? Valuation { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<StaffHistoryDto> History { get; init; }

    public required IReadOnlyList<StaffConsentDto> Consents { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<StaffCallTaskDto> Calls { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<StaffMessageDto> Messages { get; init; }
}

/// <summary>The valuation and how it came about. Money in roubles.</summary>
public sealed record StaffValuationDto
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

    public required StaffEvidenceDto? Evidence { get; init; }
}

/// <summary>Adverts behind the figures.</summary>
/// <param name="RuleVersion">Version of the rules.</param>
/// <param name="Widening">Widest step that was needed to find comparables.</param>
/// <param name="Used">Adverts that count.</param>
/// <param name="Dropped">Adverts that do not, with the reason.</param>
/// <param name="Deductions">Amounts between market price and offer.</param>
public sealed record StaffEvidenceDto(
    int RuleVersion,
    string Widening,
    IReadOnlyList<StaffComparableDto> Used,
    IReadOnlyList<StaffComparableDto> Dropped,
    IReadOnlyList<StaffDeductionDto> Deductions);

/// <summary>An advert; it has either an adjusted price or the reason why it was dropped.</summary>
public sealed record StaffComparableDto(string Source, string Url, string Title, int? Year, int? MileageKm, decimal Price, decimal? AdjustedPrice, string? DroppedBecause);

/// <summary>A named amount, roubles.</summary>
public sealed record StaffDeductionDto(string Name, decimal Amount);

/// <summary>Who did a thing.</summary>
public enum StaffHistoryActor
{
    /// <summary>The program.</summary>
    Program,

    /// <summary>The client of the lead.</summary>
    Client,

    /// <summary>One of us.</summary>
    Staff,
}

/// <summary>One thing that happened to the lead.</summary>
public sealed record StaffHistoryDto(DateTime At, LeadHistoryKind Kind, LeadStatus? From, LeadStatus To, StaffHistoryActor Actor, string? StaffName, string? Note);

/// <summary>A consent given with the lead.</summary>
public sealed record StaffConsentDto(ConsentKind Kind, string TextVersion, DateTime GrantedAt, DateTime? WithdrawnAt);

/// <summary>A message about the lead and what became of it.</summary>
public sealed record StaffMessageDto(MessageChannel Channel, string? Recipient, MessageStatus Status, DateTime CreatedAt, DateTime? SentAt, int Attempts, string? LastError);

/// <summary>A call task of the lead.</summary>
public sealed record StaffCallTaskDto(
    CallTaskKind Kind,
    CallTaskStatus Status,
    DateTime PromisedAt,
    DateTime DueAt,
    bool IsOverdue,
    DateTime? TakenAt,
    DateTime? EndedAt,
    CallOutcome? Outcome,
    string? ManagerName);
