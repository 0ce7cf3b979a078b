using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting.Checks;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Seeding;
using static SaleAuto.Accounting.CorrectionWorld;
using static SaleAuto.Accounting.Distributions.DistributionWorld;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

/// <summary>The loss of a car that was given up is shared out like any other.</summary>
public abstract class GivenUpCar_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    private DateOnly Today => DateOnly.FromDateTime(_app.Clock.Now);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync()
    {
        (await _app.RunAsync((ILedgerCheckQuery query) => query.ProveAsync(default))).Where(x => x.Broken > 0).Select(x => x.Proof).ShouldBeEmpty();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Should_Leave_Its_Loss_To_The_Company_And_Follow_Late_Bills()
    {
        var before = await _app.OwedAsync(Guid.NewGuid(), Seller);
        var car = await _app.StockAsync(Seller, 600_000);
        await _app.SpendAsync(Seller, car, 5_000);
        await GiveUpAsync(car);

        var waiting = await _app.LiveAsync(car);
        (waiting.Status, waiting.ResaleId, waiting.ResaleAmount, waiting.Profit, waiting.Cost).ShouldBe((DistributionStatus.Computed, null, 0m, -605_000m, 605_000m));
        waiting.Lines.ShouldHaveSingleItem().Reason.ShouldBe(LineReason.CompanyBearsLoss);
        (await _app.ByAsync(Owner, (IDistributionAppService x) => x.GetAsync(waiting.Id, default))).IsGivenUp.ShouldBeTrue();
        await _app.ApproveAsync(car);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person, before.Company - 605_000, before.Reserve));

        await _app.PressAsync(Owner, "cars", "Reopen", car, new { reason = "Счёт эвакуатора" });
        (await _app.OwedAsync(car, Seller)).ShouldBe(before with { Car = -605_000 });
        await _app.SpendAsync(Seller, car, 10_000);
        (await RefusalAsync(() => _app.ApproveAsync(car))).ShouldBe(SaleAutoErrorCodes.Distributions.CarIsReopened);
        await _app.PressAsync(Owner, "cars", "Shut", car, new { });
        await _app.ApproveAsync(car);
        await _app.ReverseAsync(car, "Ошибка");
        await _app.ByAsync(Owner, (IDistributionAppService x) => x.ComputeAsync(car, default)); // the button that computes anew
        await _app.ApproveAsync(car);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person, before.Company - 615_000, before.Reserve));
    }

    [Fact]
    public async Task Should_Share_Its_Loss_By_Percents_When_The_Policy_Says_So()
    {
        await BeginInAsync(days: 100, LossRule.SharedByPercents);
        var deal = await _app.PaidDealAsync();
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));
        var car = await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.DealId == deal).Select(x => x.Id).SingleAsync());
        await GiveUpAsync(car);

        (await _app.LiveAsync(car)).Lines.OrderBy(x => x.Place).Select(x => (x.Share, x.StaffId, x.Amount, x.Reason)).ShouldBe([
            (DistributionShare.Manager, Manager, -100_000m, LineReason.Rule),
            (DistributionShare.BuyingSeller, Seller, -200_000m, LineReason.Rule),
            (DistributionShare.SellingSeller, null, -50_000m, LineReason.NobodyInRole), // nobody sold it
            (DistributionShare.Company, null, -650_000m, LineReason.Rest),
        ]);
        var owed = await _app.OwedAsync(car, Seller);
        await _app.ApproveAsync(car);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, owed.Person - 200_000, owed.Company - 700_000, owed.Reserve));
    }

    [Fact]
    public async Task Should_Be_Tried_On_With_The_Draft()
    {
        await BeginInAsync(days: 200, LossRule.CompanyBears);
        var car = await _app.StockAsync(Seller, 600_000);
        await GiveUpAsync(car);
        await DraftAsync(LossRule.SharedByPercents, Percent(DistributionShare.Reserve, 10));

        var replay = await _app.ByAsync(Owner, (IDistributionPolicyAppService x) => x.ReplayAsync(new ReplayInput { From = Today, To = Today }, default));

        replay.Cars.ShouldHaveSingleItem().ShouldSatisfyAllConditions(x => x.CarId.ShouldBe(car), x => x.Profit.ShouldBe(-600_000), x => x.IsPosted.ShouldBeFalse());
        replay.Receivers.Select(x => (x.Share, x.AsIs, x.UnderDraft)).ShouldBe([(DistributionShare.Reserve, 0m, -60_000m), (DistributionShare.Company, -600_000m, -540_000m)]);
    }

    [Fact]
    public async Task Should_Wait_For_The_Owner_When_It_Was_Given_Up_Before_Losses_Were_Shared_Out()
    {
        var car = await _app.StockAsync(Seller, 600_000);
        await GiveUpAsync(car);
        var id = (await _app.LiveAsync(car)).Id;
        await _app.InDatabaseAsync(db => db.Set<Distribution>().Where(x => x.Id == id).ExecuteDeleteAsync());

        await SeedAsync();
        await SeedAsync();

        var waiting = (await _app.DistributionsAsync(car)).ShouldHaveSingleItem();
        (waiting.Status, waiting.Profit).ShouldBe((DistributionStatus.Computed, -600_000m));
        (await _app.ToldAsync(waiting.Id)).ShouldBeEmpty("nobody wants a message for each car of past years");
    }

    private Task GiveUpAsync(Guid carId) => _app.PressAsync(Owner, "cars", "WriteOff", carId, new { reason = "Сгорела" });

    private Task SeedAsync() => _app.RunAsync(async (IEnumerable<IDataSeedContributor> all) =>
    {
        await all.Single(x => x.GetType().Name == "EarlierSalesContributor").SeedAsync(default);
        return true;
    });

    // Days that no other test of the class works in.
    private async Task BeginInAsync(int days, LossRule loss)
    {
        _app.Clock.Advance(TimeSpan.FromDays(days));
        await DraftAsync(loss, Percent(DistributionShare.Manager, 10), Percent(DistributionShare.BuyingSeller, 20), Percent(DistributionShare.SellingSeller, 5));
        await _app.SwitchOnAsync(Today);
    }

    private async Task DraftAsync(LossRule loss, params PolicyRuleInput[] rules)
    {
        var input = new PolicyDraftInput { Version = (await _app.PolicyAsync()).Draft?.Version, Loss = loss, Rules = rules };
        await _app.ByAsync(Owner, async (IDistributionPolicyAppService x) =>
        {
            await x.SaveDraftAsync(input, default);
            return true;
        });
    }
}

public sealed class GivenUpCar_OnSqlite_Tests(SqliteDatabase database) : GivenUpCar_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class GivenUpCar_OnPostgreSql_Tests(PostgreSqlDatabase database) : GivenUpCar_Tests(database), IClassFixture<PostgreSqlDatabase>;
