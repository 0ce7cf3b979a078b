using SaleAuto.Cars;
using SaleAuto.Repositories;
using SaleAuto.Resales;

namespace SaleAuto.Accounting;

/// <summary>Keeps the books of a car: what it cost while it is ours, and its profit once it has left the stock. Whoever changes what a car cost takes turns with whoever sells it.</summary>
public class CarBooks(Ledger ledger, ILedgerRepository entries, IRepository<Car> cars, IResaleRepository resales, IUnitOfWork unitOfWork)
{
    /// <summary>The books show the car as it is.</summary>
    public async Task SettleAsync(Car car, string? reason, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{car.Id}", cancellationToken);
        var cost = car.Status == CarStatus.WrittenOff ? await entries.GetCarCostAsync(car.Id, cancellationToken) : 0;
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Car, car.Id), car.PostingsAt(cost), reason, cancellationToken);
    }

    /// <summary>The books show the resale as it is.</summary>
    public async Task SettleAsync(Resale resale, string? reason, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{resale.CarId}", cancellationToken);
        var cost = resale.IsSold ? await entries.GetCarCostAsync(resale.CarId, cancellationToken) : 0;
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Resale, resale.Id), resale.PostingsAt(cost), reason, cancellationToken);
    }

    /// <summary>What a car cost has changed: when it has left the stock, its profit follows.</summary>
    public async Task FollowCostAsync(Guid carId, string? reason, CancellationToken cancellationToken)
    {
        var car = await cars.GetAsync(carId, cancellationToken);
        if (car.Status == CarStatus.WrittenOff)
        {
            await SettleAsync(car, reason, cancellationToken);
        }
        else if (car.Status == CarStatus.Sold && await resales.FindOpenByCarAsync(carId, cancellationToken) is { } resale)
        {
            await SettleAsync(resale, reason, cancellationToken);
        }
    }
}
