namespace SaleAuto.Leads;

/// <summary>Leads and calls for managers, owners and administrators. Refuses everybody else.</summary>
public interface IStaffLeadAppService
{
    /// <summary>Calls that somebody still has to make, soonest first.</summary>
    Task<StaffCallListDto> GetOpenCallsAsync(CancellationToken cancellationToken);

    /// <summary>One page of leads, newest first.</summary>
    Task<StaffLeadPageDto> GetListAsync(StaffLeadListInput input, CancellationToken cancellationToken);

    /// <summary>Everything about one lead.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none.</exception>
    Task<StaffLeadDetailsDto> GetAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Which page of which leads.</summary>
public sealed record StaffLeadListInput
{
    /// <summary>Only those that stand there.</summary>
    public LeadStatus? Status { get; init; }

    /// <summary>Number, phone (or its ending) or plate, in any spelling.</summary>
    public string? Search { get; init; }

    /// <summary><see cref="StaffLeadPageDto.Next"/> of the page before; anything else gives the first page.</summary>
    public string? Before { get; init; }
}
