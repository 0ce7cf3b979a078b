using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

public abstract class Distribution_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Wait_For_Expenses_That_Nobody_Decided_On()
    {
        var car = await _app.StockAsync(Seller, 600_000);
        await _app.SpendAsync(Seller, car, 80_000); // above the limit
        await _app.SellAsync(Seller, car, 700_000);

        (await Should.ThrowAsync<BusinessException>(() => _app.ApproveAsync(car))).Code.ShouldBe(SaleAutoErrorCodes.Distributions.ExpensesWait);

        (await _app.LiveAsync(car)).Status.ShouldBe(DistributionStatus.Computed);
    }

    [Fact]
    public async Task Should_Lead_From_The_Sale_To_The_Books_And_Back()
    {
        var before = await _app.OwedAsync(Guid.NewGuid(), Seller);
        var car = await _app.SellAsync(Seller, price: 600_000, spent: 10_000, soldFor: 660_000.05m);

        var waiting = await _app.LiveAsync(car);
        (waiting.Status, waiting.Profit, waiting.Cost, waiting.PolicyNumber).ShouldBe((DistributionStatus.Computed, 50_000.05m, 610_000m, 1));
        waiting.Lines.OrderBy(x => x.Place).Select(x => (x.RulePlace, x.StaffId, x.Amount, x.Reason)).ShouldBe([
            (1, null, 5_000m, LineReason.Rule), // the reserve
            (2, null, 5_000m, LineReason.NobodyInRole), // a car without a deal has no manager
            (3, null, 10_000.01m, LineReason.NobodyInRole),
            (4, Seller, 10_000.01m, LineReason.Rule),
            (null, null, 20_000.03m, LineReason.Rest),
        ]);
        (await _app.OwedAsync(car, Seller)).ShouldBe(before with { Car = 50_000.05m });

        await _app.ApproveAsync(car);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person + 10_000.01m, before.Company + 35_000.04m, before.Reserve + 5_000));
        (await _app.ResaleStatusAsync(car), (await _app.LiveAsync(car)).ApprovedById).ShouldBe((ResaleStatus.Distributed, Owner));

        await _app.ReverseAsync(car, "Продали не тот автомобиль");
        (await _app.OwedAsync(car, Seller)).ShouldBe(before with { Car = 50_000.05m });
        (await _app.ResaleStatusAsync(car)).ShouldBe(ResaleStatus.Received);
        (await _app.EntriesAsync(LedgerDocumentType.Distribution, waiting.Id)).ShouldBe([
            "Distribution CarProfit<Reserve 5000", "Distribution CarProfit<Company 35000.04", "Distribution CarProfit<Person 10000.01",
            "-Distribution Reserve<CarProfit 5000", "-Distribution Company<CarProfit 35000.04", "-Distribution Person<CarProfit 10000.01",
        ]);
        var all = await _app.DistributionsAsync(car);
        all.Select(x => (x.Status, x.ReversalReason, x.Lines.Sum(line => line.Amount))).ShouldBe([
            (DistributionStatus.Reversed, "Продали не тот автомобиль", 50_000.05m), (DistributionStatus.Computed, null, 50_000.05m),
        ]);
        await _app.ApproveAsync(car); // and once more
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person + 10_000.01m, before.Company + 35_000.04m, before.Reserve + 5_000));
    }

    [Fact]
    public async Task Should_Know_Who_Planned_Bought_And_Sold_The_Car()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        await _app.PayAsync(Seller, deal, DealWorld.Offer);
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));
        var car = await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.DealId == deal).Select(x => x.Id).SingleAsync());
        await _app.DoAsync(Seller, async (services, token) =>
        {
            (await services.GetRequiredService<IRepository<Car>>().GetAsync(car, token)).MarkReady();
            return car;
        });
        await _app.SellAsync(Seller2, car, DealWorld.Offer + 100_000);

        (await _app.LiveAsync(car)).Lines.OrderBy(x => x.Place).Select(x => (x.Share, x.StaffId, x.Amount)).ShouldBe([
            (DistributionShare.Reserve, null, 10_000m),
            (DistributionShare.Manager, Manager, 10_000m),
            (DistributionShare.BuyingSeller, Seller, 20_000m),
            (DistributionShare.SellingSeller, Seller2, 20_000m),
            (DistributionShare.Company, null, 40_000m),
        ]);
    }

    [Fact]
    public async Task Should_Post_Once_However_Many_Approve_At_Once()
    {
        var before = await _app.OwedAsync(Guid.NewGuid(), Seller);
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);
        var id = (await _app.LiveAsync(car)).Id;

        var outcomes = await Race.RunAsync(6, _ => _app.ByAsync(Owner, async (IDistributionAppService x) =>
        {
            await x.ApproveAsync(id, default);
            return id;
        }));

        outcomes.Count(x => x.Failure is null).ShouldBe(1);
        outcomes.Select(x => x.Failure).OfType<Exception>().ShouldAllBe(x => x is BusinessException && ((BusinessException)x).Code == SaleAutoErrorCodes.Distributions.WrongStatus);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person + 2_000, before.Company + 7_000, before.Reserve + 1_000));
    }

    [Fact]
    public async Task Should_Leave_A_Loss_To_The_Company()
    {
        var before = await _app.OwedAsync(Guid.NewGuid(), Seller);
        var car = await _app.SellAsync(Seller, 600_000, 5_000.50m, 590_000);

        (await _app.LiveAsync(car)).Lines.ShouldHaveSingleItem().Reason.ShouldBe(LineReason.CompanyBearsLoss);
        await _app.ApproveAsync(car);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person, before.Company - 15_000.50m, before.Reserve));
    }

    [Fact]
    public async Task Should_Follow_Late_Expenses_Of_A_Reopened_Car()
    {
        var before = await _app.OwedAsync(Guid.NewGuid(), Seller);
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);
        await _app.ApproveAsync(car);

        await ChangeCarAsync(car, x => x.Reopen("Счёт сервиса пришёл позже", _app.Clock.Now));
        (await _app.DistributionsAsync(car)).Select(x => (x.Status, x.ReversalReason, x.ReversedById)).ShouldBe([(DistributionStatus.Reversed, "Счёт сервиса пришёл позже", Owner)]);
        (await _app.OwedAsync(car, Seller), await _app.ResaleStatusAsync(car)).ShouldBe((before with { Car = 10_000 }, ResaleStatus.Received));

        await _app.SpendAsync(Seller, car, 4_000);
        (await _app.LiveAsync(car)).Profit.ShouldBe(6_000);
        await RefusedAsync(SaleAutoErrorCodes.Distributions.CarIsReopened, () => _app.ApproveAsync(car));
        await ChangeCarAsync(car, x => x.Shut());
        await _app.ApproveAsync(car);
        (await _app.OwedAsync(car, Seller)).ShouldBe((0, before.Person + 1_200, before.Company + 4_200, before.Reserve + 600));
    }

    [Fact]
    public async Task Should_Refuse_To_Post_A_Profit_That_The_Books_No_Longer_Show()
    {
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);
        await _app.DoAsync(Owner, async (services, token) =>
        {
            var document = new LedgerDocument(LedgerDocumentType.Car, Guid.CreateVersion7());
            await services.GetRequiredService<Ledger>().SettleAsync(document, [new(LedgerEntryKind.CostOfSale, LedgerAccountRef.CarProfit(car), LedgerAccountRef.Capital, 1_000, car)], null, token);
            return car;
        });

        await RefusedAsync(SaleAutoErrorCodes.Distributions.FiguresChanged, () => _app.ApproveAsync(car));
        var waiting = await _app.LiveAsync(car);
        (await _app.ByAsync(Owner, (IDistributionAppService x) => x.GetAsync(waiting.Id, default))).ProfitNow.ShouldBe(9_000);
        await _app.ByAsync(Owner, (IDistributionAppService x) => x.ComputeAsync(waiting.CarId, default));
        await _app.ApproveAsync(car);
        (await _app.LiveAsync(car)).Lines.Sum(x => x.Amount).ShouldBe(9_000);
        (await _app.InDatabaseAsync(db => db.Set<DistributionLine>().CountAsync(x => x.DistributionId == waiting.Id))).ShouldBe(5); // the lines before are gone
    }

    [Fact]
    public async Task Should_Be_The_Owners_Alone()
    {
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);
        var waiting = await _app.LiveAsync(car);

        foreach (var person in new[] { Manager, Seller })
        {
            await Should.ThrowAsync<AuthorizationException>(() => _app.ApproveAsync(car, person));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IDistributionAppService x) => x.ComputeAsync(waiting.CarId, default)));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IDistributionAppService x) => x.GetAsync(waiting.Id, default)));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, async (IDistributionAppService x) =>
            {
                await x.ReverseAsync(waiting.Id, new ReverseDistributionInput { Reason = "так" }, default);
                return true;
            }));
        }
        (await _app.LiveAsync(car)).Status.ShouldBe(DistributionStatus.Computed);
    }

    [Fact]
    public async Task Should_Take_Back_Nothing_That_Is_Not_Posted_And_Nothing_Without_A_Reason()
    {
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);

        await RefusedAsync(SaleAutoErrorCodes.Distributions.WrongStatus, () => _app.ReverseAsync(car, "рано"));
        await _app.ApproveAsync(car);
        await Should.ThrowAsync<InputValidationException>(() => _app.ReverseAsync(car, "  "));
        var posted = await _app.LiveAsync(car);
        await RefusedAsync(SaleAutoErrorCodes.Distributions.NotReceived, () => _app.ByAsync(Owner, (IDistributionAppService x) => x.ComputeAsync(posted.CarId, default)));
        posted.Status.ShouldBe(DistributionStatus.Approved);
    }

    private Task ChangeCarAsync(Guid carId, Action<Car> change) => _app.DoAsync(Owner, async (services, token) =>
    {
        change(await services.GetRequiredService<IRepository<Car>>().GetAsync(carId, token));
        return carId;
    });

    private static async Task RefusedAsync(string code, Func<Task> work) => (await Should.ThrowAsync<BusinessException>(work)).Code.ShouldBe(code);
}

public sealed class Distribution_OnSqlite_Tests(SqliteDatabase database) : Distribution_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Distribution_OnPostgreSql_Tests(PostgreSqlDatabase database) : Distribution_Tests(database), IClassFixture<PostgreSqlDatabase>;
