using SaleAuto.Events;
using SaleAuto.Leads;

namespace SaleAuto.Valuations;

/// <summary>A confirmed purchase lead is valued; anew when it is repeated with other facts or after the offer ran out, and when a manager corrects the car's facts.</summary>
internal sealed class RequestValuation(IValuationRepository valuations, ILeadRepository leads) :
    ILocalEventHandler<LeadConfirmedEvent>,
    ILocalEventHandler<LeadCorrectedEvent>,
    ILocalEventHandler<LeadResubmittedEvent>
{
    public Task HandleEventAsync(LeadConfirmedEvent confirmed, CancellationToken cancellationToken)
    {
        if (confirmed.Kind == LeadKind.Buyout)
        {
            valuations.Insert(new Valuation(Guid.CreateVersion7(), confirmed.LeadId, confirmed.ConfirmedAt));
        }
        return Task.CompletedTask;
    }

    public async Task HandleEventAsync(LeadResubmittedEvent repeated, CancellationToken cancellationToken)
    {
        if (repeated.DraftKind == LeadKind.Buyout
            && await valuations.FindByLeadAsync(repeated.LeadId, cancellationToken) is { } valuation
            && (repeated.CarFactsChanged || valuation.IsStale(repeated.At)))
        {
            valuation.Renew(repeated.At);
        }
    }

    public async Task HandleEventAsync(LeadCorrectedEvent corrected, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(corrected.LeadId, cancellationToken);
        if (lead.Plate is null || !corrected.CarFactsChanged)
        {
            return;
        }
        if (await valuations.FindByLeadAsync(lead.Id, cancellationToken) is { } valuation)
        {
            valuation.Renew(corrected.At);
        }
        else
        {
            valuations.Insert(new Valuation(Guid.CreateVersion7(), lead.Id, corrected.At)); // a call request became a purchase
        }
    }
}
