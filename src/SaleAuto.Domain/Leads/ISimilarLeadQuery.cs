namespace SaleAuto.Leads;

/// <summary>Finds requests that may be about the same person or car.</summary>
public interface ISimilarLeadQuery
{
    /// <summary>Requests with the same phone or plate, and recent ones with the same name; the surest and newest first, at most 20. Drafts are left out.</summary>
    Task<IReadOnlyList<SimilarLeadRow>> GetAsync(Guid leadId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Whether somebody owes the client of an open lead something, but nothing is planned: neither a call nor a meeting ahead.</summary>
    Task<bool> IsWithoutNextActionAsync(Guid leadId, DateTime now, CancellationToken cancellationToken);

    /// <summary>How many open leads have nothing planned.</summary>
    Task<int> CountWithoutNextActionAsync(DateTime now, CancellationToken cancellationToken);
}

/// <summary>A request that may be a duplicate.</summary>
public sealed record SimilarLeadRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required LeadKind Kind { get; init; }

    public required LeadStatus Status { get; init; }

    public required LeadCloseReason? CloseReason { get; init; }

    public required DateTime CreationTime { get; init; }

    public required string? Name { get; init; }

    public required string? Plate { get; init; }

    public required bool SamePhone { get; init; }

    public required bool SamePlate { get; init; }

    public required bool SameName { get; init; }

    /// <summary>The lead that it joined.</summary>
    public required Guid? JoinedLeadId { get; init; }

    /// <summary>Whether a person joined it, so that it can be taken apart.</summary>
    public required bool MayBeUnmerged { get; init; }
}
