namespace SaleAuto.Leads;

/// <summary>A request became a promise to call.</summary>
public sealed record LeadConfirmedEvent(Guid LeadId, string Number, LeadKind Kind, string? Plate, DateTime ConfirmedAt);

/// <summary>The same client asked again while the lead is open.</summary>
public sealed record LeadResubmittedEvent(Guid LeadId, string Number, Guid DraftId, LeadKind DraftKind, bool CarFactsChanged, DateTime At);

/// <summary>The client said whether the price suits.</summary>
public sealed record LeadOpinionGivenEvent(Guid LeadId, string Number, ClientOpinion Opinion, decimal? ExpectedPrice);

/// <summary>Nobody owes the client anything any more.</summary>
public sealed record LeadClosedEvent(Guid LeadId);
