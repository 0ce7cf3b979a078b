using SaleAuto.Numbers;
using SaleAuto.Repositories;

namespace SaleAuto.Cars;

/// <summary>Takes cars into stock.</summary>
public class CarManager(IRepository<Car> cars, INumberGenerator numbers)
{
    /// <summary>Takes in a car that was bought.</summary>
    public async Task<Car> AddAsync(Guid id, Guid? dealId, Guid sellerId, CarFacts facts, decimal buyoutPrice, DateTime boughtAt, CancellationToken cancellationToken)
    {
        var number = await numbers.NextAsync(NumberSeries.Car, cancellationToken);
        var car = new Car(id, number, dealId, sellerId, facts, buyoutPrice, boughtAt);
        cars.Insert(car);
        return car;
    }
}
