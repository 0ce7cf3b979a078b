namespace SaleAuto.Leads;

/// <summary>A request became a promise to call.</summary>
public sealed record LeadConfirmedEvent(Guid LeadId, string Number, LeadKind Kind, string? Plate, DateTime ConfirmedAt);

/// <summary>The same client asked again while the lead is open.</summary>
public sealed record LeadResubmittedEvent(Guid LeadId, string Number, Guid DraftId, LeadKind DraftKind, bool CarFactsChanged, DateTime At);

/// <summary>The client said whether the price suits.</summary>
public sealed record LeadOpinionGivenEvent(Guid LeadId, string Number, ClientOpinion Opinion, decimal? ExpectedPrice);

/// <summary>Nobody owes the client anything any more.</summary>
public sealed record LeadClosedEvent(Guid LeadId);

/// <summary>A manager corrected what is known of the lead.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="CarFactsChanged">Whether the price depends on what changed: plate, mileage or condition.</param>
/// <param name="At">When, UTC.</param>
public sealed record LeadCorrectedEvent(Guid LeadId, bool CarFactsChanged, DateTime At);

/// <summary>A closed lead lives again.</summary>
public sealed record LeadReopenedEvent(Guid LeadId, LeadKind Kind, Guid StaffId, DateTime At);

/// <summary>A lead joined another one as its duplicate.</summary>
public sealed record LeadMergedEvent(Guid LeadId, Guid SurvivorId, DateTime At);

/// <summary>A lead was taken apart from the one that it had joined.</summary>
public sealed record LeadUnmergedEvent(Guid LeadId, LeadKind Kind, Guid SurvivorId, DateTime At);
