using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Deals;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Cars that were sold, and the owner who shares out what they brought.</summary>
internal static class DistributionWorld
{
    /// <summary>A car that was brought in, repaired and sold by that seller.</summary>
    public static async Task<Guid> SellAsync(this TestApplication app, Guid sellerId, decimal price, decimal spent, decimal soldFor)
    {
        var car = await app.StockAsync(sellerId, price);
        if (spent > 0)
        {
            await app.SpendAsync(sellerId, car, spent);
        }
        await app.SellAsync(sellerId, car, soldFor);
        return car;
    }

    /// <summary>The whole money for a car of the stock.</summary>
    public static async Task<Guid> SellAsync(this TestApplication app, Guid sellerId, Guid carId, decimal soldFor)
    {
        var resale = await app.OfferAsync(sellerId, carId, soldFor);
        return await app.ReceiveAsync(sellerId, resale, soldFor);
    }

    /// <summary>Distributions of the car, oldest first.</summary>
    public static Task<List<Distribution>> DistributionsAsync(this TestApplication app, Guid carId) =>
        app.InDatabaseAsync(db => db.Set<Distribution>().Include(x => x.Lines).Where(x => x.CarId == carId).OrderBy(x => x.Id).ToListAsync());

    /// <summary>The one that counts.</summary>
    public static async Task<Distribution> LiveAsync(this TestApplication app, Guid carId) =>
        (await app.DistributionsAsync(carId)).Single(x => x.Status != DistributionStatus.Reversed);

    public static async Task ApproveAsync(this TestApplication app, Guid carId, Guid? by = null)
    {
        var id = (await app.LiveAsync(carId)).Id;
        await app.DoAsync(by ?? Owner, async (services, token) =>
        {
            await services.GetRequiredService<IDistributionAppService>().ApproveAsync(id, token);
            return id;
        });
    }

    public static async Task ReverseAsync(this TestApplication app, Guid carId, string reason)
    {
        var id = (await app.LiveAsync(carId)).Id;
        await app.ByAsync(Owner, async (IDistributionAppService x) =>
        {
            await x.ReverseAsync(id, new ReverseDistributionInput { Reason = reason }, default);
            return id;
        });
    }

    public static Task<ResaleStatus> ResaleStatusAsync(this TestApplication app, Guid carId) =>
        app.InDatabaseAsync(db => db.Set<Resale>().Where(x => x.CarId == carId).Select(x => x.Status).SingleAsync());

    /// <summary>What waits on the accounts of the car, the person, the company and the reserve, as owed.</summary>
    public static async Task<(decimal Car, decimal Person, decimal Company, decimal Reserve)> OwedAsync(this TestApplication app, Guid carId, Guid personId) => (
        -await app.BalanceAsync(LedgerAccountRef.CarProfit(carId)),
        -await app.BalanceAsync(LedgerAccountRef.Person(personId)),
        -await app.BalanceAsync(LedgerAccountRef.Company),
        -await app.BalanceAsync(LedgerAccountRef.Reserve));

    public static Task<PolicyDto> PolicyAsync(this TestApplication app) => app.ByAsync(Owner, (IDistributionPolicyAppService x) => x.GetAsync(default));

    /// <summary>The owner writes these rules down.</summary>
    public static async Task DraftAsync(this TestApplication app, params PolicyRuleInput[] rules)
    {
        var input = new PolicyDraftInput { Version = (await app.PolicyAsync()).Draft?.Version, Loss = LossRule.CompanyBears, Rules = rules };
        await app.ByAsync(Owner, async (IDistributionPolicyAppService x) =>
        {
            await x.SaveDraftAsync(input, default);
            return true;
        });
    }

    /// <summary>The draft counts from that day on.</summary>
    public static async Task SwitchOnAsync(this TestApplication app, DateOnly from)
    {
        var draft = (await app.PolicyAsync()).Draft!;
        await app.ByAsync(Owner, async (IDistributionPolicyAppService x) =>
        {
            await x.SwitchOnAsync(new SwitchOnPolicyInput { DraftId = draft.Id, Version = draft.Version, From = from }, default);
            return true;
        });
    }

    public static PolicyRuleInput Percent(DistributionShare share, decimal percent) => new() { Share = share, Measure = RuleMeasure.Percent, Value = percent };
}
