using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Settings;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Shares out the profit of sold cars, and the loss of those that were given up, by the policy of that day; one distribution of a car counts at a time.</summary>
public class DistributionManager(
    IDistributionRepository distributions,
    IDistributionPolicyRepository policies,
    IResaleRepository resales,
    IRepository<Car> cars,
    IDealRepository deals,
    ILedgerRepository ledger,
    ICarBooksQuery books,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Computes the distribution of a car whose money came, or that was given up; anew when it waits already.</summary>
    /// <exception cref="BusinessException">The car is still ours or its money has not come, the profit is shared out already, or no policy was in force.</exception>
    public async Task<Distribution> ComputeAsync(Guid carId, CancellationToken cancellationToken)
    {
        var car = await FindLeftAsync(carId, cancellationToken) ?? throw new BusinessException(SaleAutoErrorCodes.Distributions.NotReceived);
        return await FindPolicyAsync(car, cancellationToken) is { } policy
            ? await ComputeAsync(car, policy, cancellationToken)
            : throw new BusinessException(SaleAutoErrorCodes.Distributions.NoPolicy);
    }

    /// <summary>The same when there is something to share out: a sale does not wait for a policy, and what is posted stays.</summary>
    /// <returns>What waits for the owner now, or null.</returns>
    public async Task<Distribution?> ComputeIfPossibleAsync(Guid carId, CancellationToken cancellationToken) =>
        await FindLeftAsync(carId, cancellationToken) is { } car
        && await FindPolicyAsync(car, cancellationToken) is { } policy
        && await distributions.FindLiveByCarAsync(carId, cancellationToken) is not { Status: DistributionStatus.Approved }
            ? await ComputeAsync(car, policy, cancellationToken)
            : null;

    /// <summary>The owner agrees to what was computed; posting follows in the same transaction.</summary>
    /// <exception cref="BusinessException">It was approved or reversed meanwhile, or the books no longer show that profit.</exception>
    public async Task ApproveAsync(Guid distributionId, Guid staffId, CancellationToken cancellationToken)
    {
        var distribution = await TakeAsync(distributionId, cancellationToken);
        if ((await cars.GetAsync(distribution.CarId, cancellationToken)).ReopenedAt is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.CarIsReopened);
        }
        if (await books.HasWaitingExpensesAsync(distribution.CarId, cancellationToken))
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.ExpensesWait);
        }
        distribution.Approve(await GetProfitAsync(distribution.CarId, cancellationToken), staffId, Now);
    }

    /// <summary>Takes back a distribution that was posted; the profit of the car waits to be shared out again.</summary>
    /// <exception cref="BusinessException">It is not posted, or was taken back meanwhile.</exception>
    public async Task ReverseAsync(Guid distributionId, Guid staffId, string reason, CancellationToken cancellationToken) =>
        (await TakeAsync(distributionId, cancellationToken)).Reverse(staffId, reason, Now);

    /// <summary>Takes back what was posted for a car, when anything was: its figures are about to change.</summary>
    public async Task ReverseOfCarAsync(Guid carId, Guid? staffId, string reason, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        if (await distributions.FindLiveByCarAsync(carId, cancellationToken) is { Status: DistributionStatus.Approved } posted)
        {
            posted.Reverse(staffId, reason, Now);
        }
    }

    /// <summary>The sale of the car was taken back: what waits for the owner goes.</summary>
    public async Task WithdrawOfCarAsync(Guid carId, Guid? staffId, string reason, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        (await distributions.FindLiveByCarAsync(carId, cancellationToken))?.Withdraw(staffId, reason, Now);
    }

    /// <summary>Passes when nobody has got anything of the profit of the car: what it is made of may be corrected.</summary>
    /// <exception cref="BusinessException">It is shared out: that is taken back first.</exception>
    public async Task EnsureNotPostedAsync(Guid carId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        if (await distributions.FindLiveByCarAsync(carId, cancellationToken) is { Status: DistributionStatus.Approved })
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.TakeBackFirst);
        }
    }

    private async Task<Distribution> TakeAsync(Guid distributionId, CancellationToken cancellationToken)
    {
        var carId = await distributions.GetCarIdAsync(distributionId, cancellationToken); // itself it is read once nobody else works on it
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        return await distributions.GetWholeAsync(distributionId, cancellationToken);
    }

    private async Task<DistributionPolicy?> FindPolicyAsync(SoldCar car, CancellationToken cancellationToken) =>
        await policies.FindInForceAsync(car.SoldOn(await settings.GetTimeZoneAsync(cancellationToken)), cancellationToken);

    private async Task<Distribution> ComputeAsync(SoldCar car, DistributionPolicy policy, CancellationToken cancellationToken)
    {
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        if (await distributions.FindLiveByCarAsync(car.CarId, cancellationToken) is { } waiting)
        {
            waiting.Recompute(car, policy, zone, Now);
            return waiting;
        }
        var fresh = new Distribution(Guid.CreateVersion7(), car, policy, zone, Now);
        distributions.Insert(fresh);
        return fresh;
    }

    private async Task<SoldCar?> FindLeftAsync(Guid carId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        var car = await cars.GetAsync(carId, cancellationToken);
        var resale = car.Status == CarStatus.Sold ? await resales.FindOpenByCarAsync(carId, cancellationToken) : null;
        if (resale?.Status != ResaleStatus.Received && car.Status != CarStatus.WrittenOff)
        {
            return null;
        }
        var deal = car.DealId is { } dealId ? await deals.GetAsync(dealId, cancellationToken) : null;
        return new SoldCar
        {
            CarId = car.Id,
            CarName = $"{car.Number} {car.Make} {car.Model}",
            ResaleId = resale?.Id,
            ResaleAmount = resale?.Amount ?? 0,
            Profit = await GetProfitAsync(car.Id, cancellationToken),
            BoughtAt = car.BoughtAt,
            LeftAt = resale?.ReceivedAt ?? car.LeftAt!.Value,
            ManagerId = deal?.ManagerId,
            BuyingSellerId = deal?.SellerId,
            SellingSellerId = resale?.SellerId,
        };
    }

    // The account gives the profit away, and holds less than nothing until it is shared out.
    private async Task<decimal> GetProfitAsync(Guid carId, CancellationToken cancellationToken) =>
        -await ledger.GetBalanceAsync(LedgerAccountRef.CarProfit(carId), cancellationToken);
}
