namespace SaleAuto.Leads;

/// <summary>Finds requests of a client who phones, or of a car at hand.</summary>
public interface ILeadSearchAppService
{
    /// <summary>
    /// Requests with that phone or plate, or with that part (three characters or more) of phone, plate or number; the newest first, at most
    /// <see cref="LeadConsts.MostFound"/>, drafts left out. Whoever may not see phones finds nothing by a part of one.
    /// </summary>
    /// <exception cref="Errors.InputValidationException">The text is none of these.</exception>
    /// <exception cref="Errors.AuthorizationException">The person may not see leads, or looks for a phone and may not see phones.</exception>
    Task<IReadOnlyList<FoundLeadDto>> FindAsync(string text, CancellationToken cancellationToken);

    /// <summary>One request.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none.</exception>
    Task<FoundLeadDto> GetAsync(Guid leadId, CancellationToken cancellationToken);
}

/// <summary>A request in short. Instants are UTC.</summary>
public sealed record FoundLeadDto
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required LeadStatus Status { get; init; }

    public required string? Name { get; init; }

    /// <summary>Canonical phone; null for whoever may not see phones.</summary>
    public required string? Phone { get; init; }

    /// <summary>Canonical plate.</summary>
    public required string? Plate { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The call that somebody still has to make.</summary>
    public required Guid? CallTaskId { get; init; }

    /// <summary>Until when.</summary>
    public required DateTime? CallDueAt { get; init; }
}
