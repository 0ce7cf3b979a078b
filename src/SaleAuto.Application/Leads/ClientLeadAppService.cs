using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Users;
using SaleAuto.Validation;

namespace SaleAuto.Leads;

internal sealed class ClientLeadAppService(
    LeadManager leadManager,
    ILeadRepository leads,
    ConsentGiving consents,
    IClientLeadQuery query,
    CallDeadlines deadlines,
    IUnitOfWork unitOfWork,
    ICurrentUser currentUser,
    TimeProvider clock) : IClientLeadAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<LeadDraftDto> CreateAsync(CreateLeadInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input, input.Utm, nameof(input.Utm));
        var phone = PhoneNumber.Parse(input.Phone!);
        var details = new LeadDetails
        {
            Plate = PlateNumber.Parse(input.Plate!),
            MileageKm = input.MileageKm,
            Condition = input.Condition,
            Source = input.Source,
            Utm = ToUtm(input.Utm),
        };
        return unitOfWork.ExecuteAsync(
            async token =>
            {
                var lead = await leadManager.DraftAsync(LeadKind.Buyout, phone, input.Name, details, Now, token);
                await consents.AddAsync(lead, input.Consents!, input.ConsentVersions, token);
                return new LeadDraftDto(lead.Id, lead.Number, lead.Status);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ClientLeadDto>> GetListAsync(CancellationToken cancellationToken)
    {
        var rows = await query.GetListAsync(SignedInClient(), cancellationToken);
        return [.. rows.Select(ClientLeadMapper.ToDto)];
    }

    public async Task<ClientLeadDto> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await query.FindAsync(id, SignedInClient(), cancellationToken) is { } row
            ? ClientLeadMapper.ToDto(row)
            : throw new EntityNotFoundException(typeof(Lead), id);

    public async Task<ClientLeadDto> SetOpinionAsync(Guid id, LeadOpinionInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var clientId = SignedInClient();
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var row = await query.FindAsync(id, clientId, token) ?? throw new EntityNotFoundException(typeof(Lead), id);
                if (row.OfferLow is null)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Leads.NothingToJudge);
                }
                var lead = await leads.GetAsync(row.Id, token);
                lead.GiveOpinion(input.Answer!.Value, input.ExpectedPrice, clientId, Now);
                return lead.Id;
            },
            cancellationToken);
        return await GetAsync(id, cancellationToken);
    }

    public Task<CallbackDto> RequestCallAsync(CallbackInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input, input.Utm, nameof(input.Utm));
        var phone = PhoneNumber.Parse(input.Phone!);
        return unitOfWork.ExecuteAsync(
            async token =>
            {
                var request = await leadManager.RequestCallAsync(phone, input.Name, new LeadDetails { Utm = ToUtm(input.Utm) }, Now, token);
                await consents.AddAsync(request, input.Consents!, input.ConsentVersions, token);
                // The same answer for everybody: an earlier promise would tell a stranger that the phone has a request open.
                return new CallbackDto(await deadlines.GetAsync(LeadKind.CallRequest, Now, token));
            },
            cancellationToken);
    }

    private static LeadUtm? ToUtm(UtmTags? utm) =>
        utm is null ? null : new LeadUtm(utm.Source, utm.Medium, utm.Campaign, utm.Content, utm.Term);

    private Guid SignedInClient() => currentUser.ClientId ?? throw new AuthorizationException();
}
