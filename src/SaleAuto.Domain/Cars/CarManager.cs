using SaleAuto.Accounting;
using SaleAuto.Errors;
using SaleAuto.Numbers;

namespace SaleAuto.Cars;

/// <summary>Takes cars into stock under a number of their own.</summary>
public class CarManager(INumberGenerator numbers, CashPlaceManager places)
{
    /// <summary>A car that was bought; the caller adds it to the unit of work.</summary>
    /// <exception cref="BusinessException">The place that the money came from is closed, or there is less in it.</exception>
    public async Task<Car> CreateAsync(Guid id, Guid? dealId, Guid sellerId, CarFacts facts, CarPurchase purchase, CancellationToken cancellationToken)
    {
        if (purchase.PaidFromId is { } place)
        {
            await places.EnsureGivesAsync(place, purchase.Price, cancellationToken);
        }
        var number = await numbers.NextAsync(NumberSeries.Car, cancellationToken);
        return new Car(id, number, dealId, sellerId, facts, purchase);
    }
}
