using SaleAuto.Accounting.Distributions;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Resales;

namespace SaleAuto.Accounting;

/// <summary>
/// Mends purchases and sales that the owner finds wrong, in a closed period too: the documents say what is right, and the books take back what was wrong with today's date.
/// What people got of the profit does not change under their hands: a distribution that was posted is taken back first.
/// </summary>
public class CorrectionManager(ICarRepository cars, DistributionManager distributions, CashPlaceManager places, IUnitOfWork unitOfWork)
{
    /// <summary>Another price, or another place of the money, of a car that was entered without a deal.</summary>
    /// <exception cref="BusinessException">It was bought in a deal, its profit is shared out, or the money is not there.</exception>
    public async Task CorrectPurchaseAsync(Car car, decimal price, Guid? paidFromId, string reason, CancellationToken cancellationToken)
    {
        await distributions.EnsureNotPostedAsync(car.Id, cancellationToken);
        await places.EnsureMovesAsync(car.PurchaseAt(car.BuyoutPrice, car.PaidFromId), car.PurchaseAt(price, paidFromId), cancellationToken);
        car.CorrectPurchase(price, paidFromId, reason);
    }

    /// <summary>Another sum, method or place of the payment of a deal; the car that it brought costs what was paid.</summary>
    /// <exception cref="BusinessException">Nothing was paid yet, the profit of the car is shared out, or the money is not there.</exception>
    public async Task CorrectPaymentAsync(Deal deal, CorrectedPayment payment, string reason, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"deal:{deal.Id}", cancellationToken);
        var placeId = payment.PlaceId ?? (payment.Method == PaymentMethod.Cash ? null : (await places.GetUsualAsync(CashPlaceKind.Bank, cancellationToken)).Id);
        var car = await cars.FindByDealAsync(deal.Id, cancellationToken);
        if (car is not null)
        {
            await distributions.EnsureNotPostedAsync(car.Id, cancellationToken);
        }
        await places.EnsureMovesAsync(deal.Postings, deal.PostingsOf(payment.Amount, placeId), cancellationToken);
        deal.CorrectPayment(payment.Amount, payment.Method, placeId, reason);
        car?.FollowPayment(deal.PaidPrice!.Value, reason);
    }

    /// <summary>Takes a finished sale back: the car is ours again, and the buyer's money is taken from where it came to.</summary>
    /// <exception cref="BusinessException">It is not finished, its profit is shared out, or the money is no longer there.</exception>
    public async Task TakeBackAsync(Resale resale, string reason, CancellationToken cancellationToken)
    {
        await distributions.EnsureNotPostedAsync(resale.CarId, cancellationToken);
        await places.EnsureMovesAsync(resale.PostingsAt(0), [], cancellationToken);
        resale.TakeBack(reason);
    }
}

/// <summary>What a payment of a deal really was.</summary>
/// <param name="Amount">Roubles.</param>
/// <param name="Method">How.</param>
/// <param name="PlaceId">The place that the money went through; null: cash was with the seller, other money went through the usual account.</param>
public sealed record CorrectedPayment(decimal Amount, PaymentMethod Method, Guid? PlaceId);
