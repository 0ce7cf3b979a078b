using SaleAuto.Clients;
using SaleAuto.Events;

namespace SaleAuto.Leads;

internal sealed class ConfirmDraftsOnClientPhoneConfirmed(LeadManager leads, IClientRepository clients) : ILocalEventHandler<ClientPhoneConfirmedEvent>
{
    public async Task HandleEventAsync(ClientPhoneConfirmedEvent confirmed, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(confirmed.ClientId, cancellationToken);
        await leads.ConfirmDraftsAsync(client, confirmed.LeadId, confirmed.ConfirmedAt, cancellationToken);
    }
}
