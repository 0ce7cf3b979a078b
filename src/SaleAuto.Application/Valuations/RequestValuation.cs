using SaleAuto.Events;
using SaleAuto.Leads;

namespace SaleAuto.Valuations;

/// <summary>A confirmed purchase lead is valued; a repeated one anew, when its facts changed or the offer ran out.</summary>
internal sealed class RequestValuation(IValuationRepository valuations) :
    ILocalEventHandler<LeadConfirmedEvent>,
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
}
