namespace SaleAuto.Leads;

/// <summary>What a car owner does with leads, on the site and over the API.</summary>
public interface IClientLeadAppService
{
    /// <summary>Takes down a request; it becomes a lead when the phone is confirmed. Open to everybody.</summary>
    /// <exception cref="Errors.InputValidationException">Fields are wrong.</exception>
    Task<LeadDraftDto> CreateAsync(CreateLeadInput input, CancellationToken cancellationToken);

    /// <summary>The signed-in client's own confirmed leads, newest first, at most 50.</summary>
    /// <exception cref="Errors.AuthorizationException">Not signed in.</exception>
    Task<IReadOnlyList<ClientLeadDto>> GetListAsync(CancellationToken cancellationToken);

    /// <summary>One of the signed-in client's own leads. The id of a request that joined an older lead gives that lead.</summary>
    /// <exception cref="Errors.AuthorizationException">Not signed in.</exception>
    /// <exception cref="Errors.EntityNotFoundException">There is none, or it is somebody else's.</exception>
    Task<ClientLeadDto> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Records whether the range suits. The call happens whatever the answer (specification 1.1). The last answer counts.</summary>
    /// <exception cref="Errors.BusinessException">The lead is closed or has no range.</exception>
    Task<ClientLeadDto> SetOpinionAsync(Guid id, LeadOpinionInput input, CancellationToken cancellationToken);

    /// <summary>Takes down a wish to be called within 15 minutes. Open to everybody; a repeated wish joins the open one.</summary>
    Task<CallbackDto> RequestCallAsync(CallbackInput input, CancellationToken cancellationToken);
}
