namespace SaleAuto.Leads;

/// <summary>Leads and calls as the staff see them.</summary>
public interface IStaffLeadQuery
{
    /// <summary>Calls that somebody still has to make, soonest first.</summary>
    Task<IReadOnlyList<StaffCallRow>> GetOpenCallsAsync(int most, CancellationToken cancellationToken);

    /// <summary>Leads, newest first.</summary>
    Task<IReadOnlyList<StaffLeadRow>> GetListAsync(StaffLeadFilter filter, int most, CancellationToken cancellationToken);

    /// <summary>Everything about one lead, or null.</summary>
    Task<StaffLeadDetailsRow?> FindAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Which leads.</summary>
/// <param name="Status">Only those that stand there.</param>
/// <param name="Search">Only those that fit.</param>
/// <param name="Before">Only those older than this one: the last of the page before.</param>
public sealed record StaffLeadFilter(LeadStatus? Status, LeadSearch? Search, LeadCursor? Before);

/// <summary>A place in the list of leads.</summary>
public sealed record LeadCursor(DateTime CreationTime, Guid Id);
