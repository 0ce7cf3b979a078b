namespace SaleAuto.Leads;

/// <summary>Finds requests by what identifies client or car.</summary>
public interface ILeadSearchQuery
{
    /// <summary>Requests that fit, the newest first; drafts are left out.</summary>
    /// <param name="text">What is looked for.</param>
    /// <param name="alsoPhones">Whether a part is looked for among the phones, too.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<FoundLeadRow>> FindAsync(LeadSearchText text, bool alsoPhones, int count, CancellationToken cancellationToken);

    /// <summary>One request, or null.</summary>
    Task<FoundLeadRow?> FindAsync(Guid leadId, CancellationToken cancellationToken);
}

/// <summary>A request with the call that waits.</summary>
public sealed record FoundLeadRow(
    Guid Id, string Number, LeadStatus Status, string? Name, string Phone, string? Plate, DateTime CreatedAt, Guid? CallTaskId, DateTime? CallDueAt);
