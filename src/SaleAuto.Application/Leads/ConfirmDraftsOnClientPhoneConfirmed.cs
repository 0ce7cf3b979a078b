using SaleAuto.Clients;
using SaleAuto.Events;

namespace SaleAuto.Leads;

internal sealed class ConfirmDraftsOnClientPhoneConfirmed(LeadManager leads) : ILocalEventHandler<ClientPhoneConfirmedEvent>
{
    public Task HandleEventAsync(ClientPhoneConfirmedEvent confirmed, CancellationToken cancellationToken) =>
        leads.ConfirmDraftsAsync(confirmed.ClientId, confirmed.Phone, confirmed.LeadId, confirmed.ConfirmedAt, cancellationToken);
}
