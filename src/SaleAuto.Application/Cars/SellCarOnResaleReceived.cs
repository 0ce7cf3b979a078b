using SaleAuto.Events;
using SaleAuto.Repositories;
using SaleAuto.Resales;

namespace SaleAuto.Cars;

/// <summary>A car whose money came leaves the stock.</summary>
internal sealed class SellCarOnResaleReceived(IRepository<Car> cars) : ILocalEventHandler<ResaleReceivedEvent>
{
    public async Task HandleEventAsync(ResaleReceivedEvent received, CancellationToken cancellationToken) =>
        (await cars.GetAsync(received.CarId, cancellationToken)).Sell(received.At);
}

/// <summary>A car whose sale was taken back is ours again.</summary>
internal sealed class ReturnCarOnResaleTakenBack(IRepository<Car> cars) : ILocalEventHandler<ResaleTakenBackEvent>
{
    public async Task HandleEventAsync(ResaleTakenBackEvent takenBack, CancellationToken cancellationToken) =>
        (await cars.GetAsync(takenBack.CarId, cancellationToken)).ReturnToStock();
}

/// <summary>A car with a deposit is kept for its buyer, until the buyer withdraws.</summary>
internal sealed class ReserveCarForDeposit(IRepository<Car> cars) : ILocalEventHandler<ResaleDepositReceivedEvent>, ILocalEventHandler<ResaleCancelledEvent>
{
    public async Task HandleEventAsync(ResaleDepositReceivedEvent received, CancellationToken cancellationToken)
    {
        if (await cars.GetAsync(received.CarId, cancellationToken) is { Status: not CarStatus.Reserved } car)
        {
            car.Reserve();
        }
    }

    public async Task HandleEventAsync(ResaleCancelledEvent cancelled, CancellationToken cancellationToken)
    {
        if (await cars.GetAsync(cancelled.CarId, cancellationToken) is { Status: CarStatus.Reserved } car)
        {
            car.EndReservation();
        }
    }
}
