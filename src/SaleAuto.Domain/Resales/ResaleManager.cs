using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Resales;

/// <summary>Sells a car to one buyer at a time.</summary>
public class ResaleManager(IResaleRepository resales, IRepository<Car> cars, CashPlaceManager places, IUnitOfWork unitOfWork, TimeProvider clock)
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

    /// <summary>Passes when no buyer has paid a part for the car: it is kept for that buyer.</summary>
    /// <exception cref="BusinessException">Somebody has.</exception>
    public async Task EnsureNoDepositAsync(Guid carId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        if (await resales.FindOpenByCarAsync(carId, cancellationToken) is { PaidAmount: > 0 })
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.HasDeposit);
        }
    }

    /// <summary>Money of the buyer came: cash to whoever took it, unless a place is named, all other money to the bank. The same key twice counts once.</summary>
    /// <exception cref="BusinessException">It is more than is still to come, the sale is over, or the place is closed.</exception>
    public async Task ReceiveAsync(Resale resale, ResaleMoney money, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{resale.CarId}", cancellationToken);
        if (resale.FindReceipt(money.Key) is not null)
        {
            return;
        }
        if (money.PlaceId is { } named)
        {
            await places.EnsureOpenAsync(named, cancellationToken);
        }
        var account = money switch
        {
            { PlaceId: { } place } => LedgerAccountRef.CashPlace(place),
            { Method: ReceiptMethod.Cash } => LedgerAccountRef.Advance(money.TakenById),
            _ => LedgerAccountRef.CashPlace((await places.GetUsualAsync(CashPlaceKind.Bank, cancellationToken)).Id),
        };
        resale.Receive(new ResaleReceipt(Guid.CreateVersion7(), resale.Id, money.Amount, money.Method, account, money.Key, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Ends a sale that comes to nothing: a deposit goes back from where it came to, or is kept.</summary>
    /// <exception cref="BusinessException">The sale is over, or the deposit is not there to be given back.</exception>
    public async Task CancelAsync(Resale resale, bool keepsDeposit, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{resale.CarId}", cancellationToken);
        if (!keepsDeposit)
        {
            await places.EnsureMovesAsync(resale.PostingsAt(0), [], cancellationToken);
        }
        resale.Cancel(keepsDeposit);
    }
}

/// <summary>Money that a buyer gave.</summary>
/// <param name="Amount">Roubles.</param>
/// <param name="Method">How it came.</param>
/// <param name="PlaceId">The place that it came to; null: by the method.</param>
/// <param name="TakenById">Who took it.</param>
/// <param name="Key">Names the press: the same one twice counts once.</param>
public sealed record ResaleMoney(decimal Amount, ReceiptMethod Method, Guid? PlaceId, Guid TakenById, string Key);

/// <summary>Resales.</summary>
public interface IResaleRepository : IRepository<Resale>
{
    /// <summary>The resale of the car that was not cancelled, or null; with its receipts.</summary>
    Task<Resale?> FindOpenByCarAsync(Guid carId, CancellationToken cancellationToken);
}
