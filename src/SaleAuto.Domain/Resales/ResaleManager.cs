using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Resales;

/// <summary>Sells a car to one buyer at a time.</summary>
public class ResaleManager(IResaleRepository resales, IRepository<Car> cars, IUnitOfWork unitOfWork)
{
    /// <summary>Begins a sale; the caller adds it to the unit of work.</summary>
    /// <exception cref="BusinessException">The car is not for sale, or is being sold to somebody else.</exception>
    public async Task<Resale> BeginAsync(Guid id, Guid carId, Guid sellerId, decimal amount, ReceiptMethod method, string? note, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        var car = await cars.GetAsync(carId, cancellationToken);
        if (car.Status is not (CarStatus.Ready or CarStatus.Listed or CarStatus.Reserved))
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.CarNotForSale).WithData("Status", car.Status);
        }
        if (await resales.FindOpenByCarAsync(carId, cancellationToken) is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.AnotherIsOpen);
        }
        return new Resale(id, carId, sellerId, amount, method, note);
    }
}

/// <summary>Resales.</summary>
public interface IResaleRepository : IRepository<Resale>
{
    /// <summary>The resale of the car that was not cancelled, or null.</summary>
    Task<Resale?> FindOpenByCarAsync(Guid carId, CancellationToken cancellationToken);
}
