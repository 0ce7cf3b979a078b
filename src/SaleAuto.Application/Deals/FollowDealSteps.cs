using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Repositories;

namespace SaleAuto.Deals;

/// <summary>Every step is kept: who, when, from, to and why.</summary>
internal sealed class RecordDealTransition(IRepository<DealTransition> transitions) : ILocalEventHandler<DealMovedEvent>
{
    public Task HandleEventAsync(DealMovedEvent moved, CancellationToken cancellationToken)
    {
        transitions.Insert(new DealTransition(Guid.CreateVersion7(), moved));
        return Task.CompletedTask;
    }
}

/// <summary>A request for another seller ends when the deal goes on, whichever way; another time of the meeting means other alarms.</summary>
internal sealed class SettleReassignment(IReassignmentRepository requests, IDealRepository deals, TimeProvider clock) :
    ILocalEventHandler<DealMovedEvent>,
    ILocalEventHandler<DealRescheduledEvent>
{
    public async Task HandleEventAsync(DealMovedEvent moved, CancellationToken cancellationToken)
    {
        if (moved.From == DealStatus.ReassignRequested && await requests.FindOpenAsync(moved.DealId, cancellationToken) is { } request)
        {
            request.Settle((await deals.GetAsync(moved.DealId, cancellationToken)).SellerId, moved.At);
        }
    }

    public async Task HandleEventAsync(DealRescheduledEvent rescheduled, CancellationToken cancellationToken) =>
        (await requests.FindOpenAsync(rescheduled.DealId, cancellationToken))?.LookAgain(clock.GetUtcNow().UtcDateTime);
}

/// <summary>The lead of a completed deal is won, and nobody calls its client any more.</summary>
internal sealed class WinLeadOnDealCompleted(ILeadRepository leads, ICallTaskRepository calls) : ILocalEventHandler<DealCompletedEvent>
{
    public async Task HandleEventAsync(DealCompletedEvent completed, CancellationToken cancellationToken)
    {
        (await leads.GetAsync(completed.LeadId, cancellationToken)).Win(completed.StaffId, completed.At);
        foreach (var task in await calls.GetOpenAsync(completed.LeadId, cancellationToken))
        {
            task.Cancel(completed.At);
        }
    }
}

/// <summary>The car of a completed deal comes into stock: as the seller saw it, under the plate of the lead.</summary>
internal sealed class StockCarOnDealCompleted(IDealRepository deals, ILeadRepository leads, CarManager carManager, IRepository<Car> cars) : ILocalEventHandler<DealCompletedEvent>
{
    public async Task HandleEventAsync(DealCompletedEvent completed, CancellationToken cancellationToken)
    {
        var deal = await deals.GetWholeAsync(completed.DealId, cancellationToken);
        var lead = await leads.GetAsync(completed.LeadId, cancellationToken);
        var facts = new CarFacts(
            deal.Make!, deal.Model!, deal.Year!.Value, deal.Vin, lead.Plate is { } plate ? PlateNumber.Parse(plate) : null, deal.MileageKm!.Value, null);
        var purchase = new CarPurchase(deal.PaidPrice!.Value, deal.PaidAt!.Value);
        var car = await carManager.CreateAsync(Guid.CreateVersion7(), deal.Id, deal.SellerId, facts, purchase, cancellationToken);
        car.ShowPhoto(deal.Photos.Where(x => x.Shot == DealShot.Front).OrderBy(x => x.At).ThenBy(x => x.Id).FirstOrDefault()?.FileId);
        cars.Insert(car);
    }
}
