using SaleAuto.Numbers;

namespace SaleAuto.Cars;

/// <summary>Takes cars into stock under a number of their own.</summary>
public class CarManager(INumberGenerator numbers)
{
    /// <summary>A car that was bought; the caller adds it to the unit of work.</summary>
    public async Task<Car> CreateAsync(Guid id, Guid? dealId, Guid sellerId, CarFacts facts, CarPurchase purchase, CancellationToken cancellationToken)
    {
        var number = await numbers.NextAsync(NumberSeries.Car, cancellationToken);
        return new Car(id, number, dealId, sellerId, facts, purchase);
    }
}
