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
