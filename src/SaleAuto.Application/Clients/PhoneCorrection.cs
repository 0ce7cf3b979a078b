using SaleAuto.Auditing;
using SaleAuto.Clients.SignIn;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Clients;

/// <summary>Corrects a phone that was taken down wrongly, with everything that hangs on it: the client, the open requests, the meeting.</summary>
internal sealed class PhoneCorrection(
    StaffDoor door,
    LeadManager leadManager,
    ILeadRepository leads,
    ClientManager clientManager,
    IClientRepository clients,
    IDealRepository deals,
    IRefreshTokenRepository tokens,
    IAuditOperation operation,
    TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Corrects the phone of a lead. It goes over to the client who has that phone; a client of this lead alone gets the right phone.</summary>
    public async Task ChangeAsync(Lead lead, ChangePhoneInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(LeadPermissions.ChangePhone, cancellationToken);
        InputValidator.Validate(input);
        var (phone, before) = (PhoneNumber.Parse(input.Phone!), lead.Phone);
        if (phone.Value == before)
        {
            return;
        }
        operation.Note = input.Reason;
        await leadManager.ChangePhoneAsync(lead, phone, staffId, input.Reason!, Now, cancellationToken);
        var known = await clients.FindByPhoneAsync(phone, cancellationToken);
        var own = lead.ClientId is { } clientId ? await clients.GetAsync(clientId, cancellationToken) : null;
        if (known is null && own is not null && own.Phone == before && !await leads.HasOthersAsync(own.Id, lead.Id, cancellationToken))
        {
            await ChangeAsync(own, phone, cancellationToken);
        }
        else if (known is not null || own is not null)
        {
            await PassAsync(lead, known ?? await clientManager.GetOrCreateAsync(phone, lead.Name, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Corrects the phone of a client and of the open leads that have it from there.</summary>
    /// <exception cref="BusinessException">Another client has that phone, or such a lead would repeat an open one.</exception>
    public async Task ChangeAsync(Client client, ChangePhoneInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(ClientPermissions.ChangePhone, cancellationToken);
        InputValidator.Validate(input);
        var (phone, before) = (PhoneNumber.Parse(input.Phone!), client.Phone);
        if (phone.Value == before)
        {
            return;
        }
        if (await clients.FindByPhoneAsync(phone, cancellationToken) is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Clients.PhoneTaken);
        }
        operation.Note = input.Reason;
        foreach (var lead in await leads.GetOpenOfClientAsync(client.Id, before, cancellationToken))
        {
            await leadManager.ChangePhoneAsync(lead, phone, staffId, input.Reason!, Now, cancellationToken);
        }
        await ChangeAsync(client, phone, cancellationToken);
    }

    // Whoever holds the old phone is signed in no longer.
    private async Task ChangeAsync(Client client, PhoneNumber phone, CancellationToken cancellationToken)
    {
        client.ChangePhone(phone);
        await tokens.RevokeOfClientAsync(client.Id, Now, cancellationToken);
    }

    private async Task PassAsync(Lead lead, Client client, CancellationToken cancellationToken)
    {
        lead.PassTo(client.Id);
        if (await deals.FindOpenByLeadAsync(lead.Id, cancellationToken) is { } deal)
        {
            deal.PassTo(client.Id);
        }
    }
}
