using SaleAuto.Events;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

internal sealed class MarkLeadOnValuation(ILeadRepository leads) :
    ILocalEventHandler<ValuationCompletedEvent>,
    ILocalEventHandler<ValuationLeftToManagerEvent>
{
    public async Task HandleEventAsync(ValuationCompletedEvent completed, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(completed.LeadId, cancellationToken);
        if (lead.IsOpen) // a lead may be closed while its price is being computed
        {
            lead.MarkValued(completed.At);
        }
    }

    public async Task HandleEventAsync(ValuationLeftToManagerEvent left, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(left.LeadId, cancellationToken);
        if (lead.IsOpen)
        {
            lead.MarkForManualValuation(left.At, left.Reason.ToString());
        }
    }
}
