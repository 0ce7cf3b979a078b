namespace SaleAuto.Leads;

/// <summary>A request became a promise to call; <c>CallAt</c> is the time that the client asked for, UTC, or null.</summary>
public sealed record LeadConfirmedEvent(Guid LeadId, string Number, LeadKind Kind, string? Plate, DateTime ConfirmedAt, DateTime? CallAt = null);

/// <summary>The same client asked again while the lead is open.</summary>
public sealed record LeadResubmittedEvent(Guid LeadId, string Number, Guid DraftId, LeadKind DraftKind, bool CarFactsChanged, DateTime At, DateTime? CallAt = null);

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
/// <param name="LeadId">The lead.</param>
/// <param name="Kind">Purchase or call.</param>
/// <param name="StaffId">Who opened it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="CallAt">When the client is to be called, UTC; null leaves it to the settings.</param>
public sealed record LeadReopenedEvent(Guid LeadId, LeadKind Kind, Guid StaffId, DateTime At, DateTime? CallAt = null);

/// <summary>A lead joined another one as its duplicate.</summary>
public sealed record LeadMergedEvent(Guid LeadId, Guid SurvivorId, DateTime At);

/// <summary>A lead was taken apart from the one that it had joined.</summary>
public sealed record LeadUnmergedEvent(Guid LeadId, LeadKind Kind, Guid SurvivorId, DateTime At);
