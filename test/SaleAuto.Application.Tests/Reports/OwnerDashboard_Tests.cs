using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Documents;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Leads;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Valuations;
using SaleAuto.Visits;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Reports;

public abstract class OwnerDashboard_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddDocuments().AddScoped<LeadCreation>());

    private DateOnly Today => DateOnly.FromDateTime(_app.Clock.Now);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Reckon_Profit_Stock_And_Cash_To_The_Kopeck_And_Beside_The_Days_Before()
    {
        _app.Clock.Advance(TimeSpan.FromDays(400)); // away from the cars of the demo
        var from = Today.AddDays(30);
        var days = new OwnerPeriodInput { From = from, To = from.AddDays(29) };
        var old = await SeeAsync(x => x.GetSalesAsync(new OwnerPeriodInput { From = Today, To = Today }, default));
        var older = await SeeAsync(x => x.GetStockAsync(new OwnerPeriodInput { From = Today, To = Today }, default));
        var cashBefore = (await SeeAsync(x => x.GetCashAsync(new OwnerPeriodInput { From = Today, To = Today }, default))).ToDictionary(x => x.OwnerId, x => x.Amount.Value);
        var demo = old.Capital.Value!.Value;

        await SellAsync(await BuyAsync(600_000, 20_000), 700_000, afterDays: 5); // day 5
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 1_000_000.55m);
        await BuyAsync(200_000, 0); // day 5, stays
        Go(days: 25); // the first of the days
        await SellAsync(await BuyAsync(500_000, 30_000.10m), 650_000, afterDays: 20);
        await _app.MoveAsync(Owner, CashOperationKind.Cost, 15_000);
        await SellAsync(await BuyAsync(400_000, 0), 380_000, afterDays: 9);
        await GiveUpAsync(await BuyAsync(50_000, 0));
        var corrected = await BuyAsync(300_000, 0);
        await _app.CorrectAsync(await _app.SpendAsync(Seller, corrected, 10_000), 4_000);

        var sales = await SeeAsync(x => x.GetSalesAsync(days, default));
        sales.Profit.ShouldBe(new FigureDto(49_999.90m, 80_000)); // 119 999.90 − 20 000 − 50 000
        sales.Bought.ShouldBe(new FigureDto(4, 2));
        sales.Sold.ShouldBe(new FigureDto(2, 1));
        sales.GrossPerCar.ShouldBe(new FigureDto(24_999.95m, 80_000));
        sales.ReturnOnCost.ShouldBe(new FigureDto(0.051m, 0.129m)); // of 980 000.10 and of 620 000
        sales.DaysInStock.ShouldBe(new FigureDto(14.5m, 5));
        sales.Capital.ShouldBe(new FigureDto(demo + 504_000, demo + 200_000));
        sales.Turns.Value.ShouldBe(decimal.Round(980_000.10m * 365 / 30 / (demo + 352_000), 2));

        var months = await SeeAsync(x => x.GetMonthsAsync(days, default));
        months.Count.ShouldBe(12);
        (months.Sum(x => x.Sold), months.Sum(x => x.Profit)).ShouldBe((3, 129_999.90m));

        var stock = await SeeAsync(x => x.GetStockAsync(days, default));
        stock.Select(x => (x.FromDays, x.ToDays)).ShouldBe([(0, 30), (31, 60), (61, 90), (91, null)]);
        (stock[0].Cars, stock[0].Cost).ShouldBe((new FigureDto(1, 1), new FigureDto(304_000, 200_000))); // the car that stays was 24 days old before the days began
        (stock[1].Cars, stock[1].Cost).ShouldBe((new FigureDto(1, 0), new FigureDto(200_000, 0)));
        stock.Sum(x => x.Cost.Value).ShouldBe(sales.Capital.Value!.Value);
        stock.Sum(x => x.Cost.Before).ShouldBe(sales.Capital.Before!.Value);
        stock.Sum(x => x.Cars.Value).ShouldBe(older.Sum(x => x.Cars.Value) + 2);
        stock.Sum(x => x.Cars.Before).ShouldBe(older.Sum(x => x.Cars.Value) + 1);

        var cash = (await SeeAsync(x => x.GetCashAsync(days, default))).ToDictionary(x => x.OwnerId);
        cash[CashPlace.SafeId].Amount.ShouldBe(new FigureDto(cashBefore.GetValueOrDefault(CashPlace.SafeId, 0) + 985_000.55m, cashBefore.GetValueOrDefault(CashPlace.SafeId, 0) + 1_000_000.55m));
        cash[Seller].Amount.ShouldBe(new FigureDto(cashBefore.GetValueOrDefault(Seller, 0) + 1_675_999.90m, cashBefore.GetValueOrDefault(Seller, 0) + 680_000));

        var costs = await SeeAsync(x => x.GetCostsAsync(days, default));
        costs.ShouldBe([new OwnerCostDto(ExpenseCategory.Repair, new FigureDto(34_000.10m, 20_000), 2), new OwnerCostDto(null, new FigureDto(15_000, 0), 1)]);

        _app.Clock.Advance(TimeSpan.FromDays(40)); // what comes later changes nothing
        await SellAsync(corrected, 500_000, afterDays: 0);
        (await SeeAsync(x => x.GetSalesAsync(days, default))).ShouldBe(sales);
        (await SeeAsync(x => x.GetStockAsync(days, default))).ShouldBe(stock);
    }

    [Fact]
    public async Task Should_Follow_Requests_From_The_Form_To_The_Profit()
    {
        _app.Clock.Advance(TimeSpan.FromDays(800));
        var first = Today;
        var kept = await _app.AskAsync(NewPlate());
        var late = await _app.AskAsync(NewPlate());
        var untouched = await _app.AskForCallAsync();
        await _app.RunAsync((LeadCreation leads) => leads.DraftAsync(NewPhone())); // begun, never confirmed
        await _app.RunAsync((LeadCreation leads) => leads.DraftAsync(NewPhone(), LeadSource.Friends));
        await _app.RunAsync((LeadCreation leads) => leads.DraftAsync(NewPhone(), LeadSource.Friends, "yandex")); // the tag says more than the client
        await VisitAsync(null, null, null, null, null, null, null, "yandex", "yandex", "yandex", "yandex", "avito");
        await _app.AsAsync(Manager, x => x.ClaimAsync(kept.Id, default));
        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        await _app.AsAsync(Manager, x => x.ClaimAsync(late.Id, default));
        var deal = await _app.InspectAsync(Seller, 2); // a request of its own, called at once
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        await _app.PayAsync(Seller, deal, DealWorld.Offer);
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));
        var (car, lead) = await _app.InDatabaseAsync(async db => (await db.Set<Car>().SingleAsync(x => x.DealId == deal), (await db.Set<Deal>().SingleAsync(x => x.Id == deal)).LeadId));
        await ValueAsync(lead, market: 1_260_000, low: 1_190_000, high: 1_300_000);
        await _app.ByAsync(Seller, async (ISellerCarAppService x) =>
        {
            await x.FinishRestorationAsync(car.Id, default);
            return await x.GetAsync(car.Id, default);
        });
        await SellAsync(car.Id, 1_200_000, afterDays: 1);
        var days = new OwnerPeriodInput { From = first, To = Today };
        var nothing = new WayStepsDto(0, 0, 0, 0, 0, 0, 0, 0);

        var promise = await SeeAsync(x => x.GetPromiseAsync(days, default));
        (promise.Buyouts.Promised, promise.Buyouts.Kept, promise.Buyouts.Share).ShouldBe((3, 2, new FigureDto(0.6667m, null)));
        (promise.CallRequests.Promised, promise.CallRequests.Kept, promise.CallRequests.Share.Value).ShouldBe((1, 0, 0m));
        (await SeeAsync(x => x.GetSourcesAsync(days, default))).ShouldBe(
        [
            new SourceWayDto(null, null, new WayStepsDto(7, 5, 4, 3, 1, 1, 1, 200_000), nothing),
            new SourceWayDto("yandex", null, new WayStepsDto(4, 1, 0, 0, 0, 0, 0, 0), nothing),
            new SourceWayDto(null, LeadSource.Friends, new WayStepsDto(0, 1, 0, 0, 0, 0, 0, 0), nothing),
            new SourceWayDto("avito", null, new WayStepsDto(1, 0, 0, 0, 0, 0, 0, 0), nothing),
        ]);
        var offers = await SeeAsync(x => x.GetOffersAsync(days, default));
        offers.All.ShouldBe(new OwnerOfferDto("", new FigureDto(1, 0), new FigureDto(0, 0), new FigureDto(0, null)));
        offers.Sellers.Single().ShouldBe(offers.All with { SellerName = offers.Sellers[0].SellerName });
        (await SeeAsync(x => x.GetAccuracyAsync(days, default))).ShouldBe(new OwnerAccuracyDto(1, new FigureDto(0.05m, null), 0.05m, new FigureDto(1, null)));
        untouched.TakenAt.ShouldBeNull();

        // The days after them: what came is what was before, as far as it had come by then.
        _app.Clock.Advance(TimeSpan.FromDays(days.To!.Value.DayNumber - first.DayNumber + 1));
        var next = new OwnerPeriodInput { From = days.To.Value.AddDays(1), To = Today };
        await VisitAsync("yandex", "yandex", null);
        var second = await _app.InspectAsync(Seller, 2);
        await _app.ByAsync(Seller, x => x.AddPriceLineAsync(second, new AddPriceLineInput { RateCode = RateCard.Read(new DealSettings().RateCard)[0].Code, Key = "l" }, default));
        await _app.AgreeAsync(Seller, second);
        await _app.SignAsync(Seller, second);
        await _app.PayAsync(Seller, second, DealWorld.Offer - 3_000);
        await _app.ByAsync(Seller, x => x.CompleteAsync(second, default));
        next = next with { To = Today };
        days = days with { From = next.From!.Value.AddDays(next.From.Value.DayNumber - next.To!.Value.DayNumber - 1) }; // as many days
        var sources = (await SeeAsync(x => x.GetSourcesAsync(next, default))).ToDictionary(x => (x.Campaign, x.Source));
        var earlier = (await SeeAsync(x => x.GetSourcesAsync(days, default))).ToDictionary(x => (x.Campaign, x.Source), x => x.Steps);
        sources.ToDictionary(x => x.Key, x => x.Value.Before).ShouldBe(earlier, ignoreOrder: true);
        sources[("yandex", null)].ShouldBe(new SourceWayDto("yandex", null, nothing with { Visits = 2 }, new WayStepsDto(4, 1, 0, 0, 0, 0, 0, 0)));
        (sources[(null, null)].Steps.Visits, sources[(null, null)].Steps.Bought, sources[(null, null)].Before.Visits).ShouldBe((1, 1, 7));
        (await SeeAsync(x => x.GetOffersAsync(next, default))).All.ShouldBe(
            new OwnerOfferDto("", new FigureDto(1, 1), new FigureDto(1, 0), new FigureDto(-0.003m, 0)));
        (await SeeReportAsync(days)).ShouldContain(x => x.SequenceEqual(new object?[] { "yandex", null, 4, 1, 0.25m, 0, 0, 0, 0, 0, 0m }));
    }

    [Fact]
    public async Task Should_Alarm_Of_Cars_That_Stand_And_Money_That_Lies_With_A_Seller()
    {
        _app.Clock.Advance(TimeSpan.FromDays(1200));
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 3_000_000);
        var before = await _app.BalanceAsync(LedgerAccountRef.Advance(Seller2));
        await _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 1_000_000 - before, person: Seller2);
        var quiet = await SeeAsync(x => x.GetAlertsAsync(default));
        await _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 0.01m, person: Seller2);
        var loud = await SeeAsync(x => x.GetAlertsAsync(default));

        quiet.ShouldNotContain(x => x.Kind == OwnerAlertKind.LargeAdvance && x.RecordId == Seller2);
        loud.Single(x => x.Kind == OwnerAlertKind.LargeAdvance && x.RecordId == Seller2).Number.ShouldBe(1_000_000.01m);
        loud.Where(x => x.Kind == OwnerAlertKind.OldCar).ShouldAllBe(x => x.Number > 45); // cars of the demo
        loud.ShouldContain(x => x.Kind == OwnerAlertKind.OldCar);
    }

    [Fact]
    public async Task Should_Show_Nothing_To_Others()
    {
        foreach (var person in new[] { Manager, Seller })
        {
            await Should.ThrowAsync<AuthorizationException>(() => SeeAsync(x => x.GetSalesAsync(new OwnerPeriodInput(), default), person));
            await Should.ThrowAsync<AuthorizationException>(() => SeeAsync(x => x.GetCashAsync(new OwnerPeriodInput(), default), person));
            await Should.ThrowAsync<AuthorizationException>(() => SeeAsync(x => x.GetAlertsAsync(default), person));
        }
    }

    [Fact]
    public async Task Should_Refuse_Days_That_Make_No_Sense()
    {
        var days = new OwnerPeriodInput { From = Today, To = Today.AddDays(-1) };

        await Should.ThrowAsync<InputValidationException>(() => SeeAsync(x => x.GetMonthsAsync(days, default)));
        await Should.ThrowAsync<InputValidationException>(() => SeeAsync(x => x.GetMonthsAsync(new OwnerPeriodInput { From = DateOnly.MinValue }, default)));
    }

    private Task<T> SeeAsync<T>(Func<IOwnerDashboardAppService, Task<T>> look, Guid? by = null) => _app.ByAsync(by ?? Owner, look);

    private async Task<IReadOnlyList<IReadOnlyList<object?>>> SeeReportAsync(OwnerPeriodInput days) =>
        [.. (await _app.ByAsync(Owner, (IMoneyReportAppService x) => x.GetAsync("sources", new MoneyReportInput { From = days.From, To = days.To }, default))).Lines.Select(x => x.Values)];

    private Task VisitAsync(params string?[] tags)
    {
        Array.ForEach(tags, _app.Services.GetRequiredService<SiteVisitCounter>().Count);
        return _app.RunAsync((SiteVisitRecorder recorder) => recorder.RecordAsync(default));
    }

    private void Go(int days) => _app.Clock.Advance(TimeSpan.FromDays(days));

    private async Task<Guid> BuyAsync(decimal price, decimal expense)
    {
        var car = await _app.StockAsync(Seller, price);
        if (expense > 0)
        {
            await _app.SpendAsync(Seller, car, expense);
        }
        return car;
    }

    private async Task SellAsync(Guid car, decimal amount, int afterDays)
    {
        Go(afterDays);
        await _app.ReceiveAsync(Seller, await _app.OfferAsync(Seller, car, amount), amount);
    }

    private Task<Guid> GiveUpAsync(Guid id) => _app.DoAsync(Owner, async (services, token) =>
    {
        (await services.GetRequiredService<IRepository<Car>>().GetAsync(id, token)).WriteOff("Сгорела", _app.Clock.Now);
        return id;
    });

    private Task<int> ValueAsync(Guid leadId, decimal market, decimal low, decimal high) => _app.InDatabaseAsync(async db =>
    {
        var valuation = await db.Set<Valuation>().SingleAsync(x => x.LeadId == leadId);
        valuation.Complete(new AppraisalFigures(market, market, low, high, 900_000, 1_000_000, 12, 0.8m), "{}", _app.Clock.Now, _app.Clock.Now.AddDays(7));
        return await db.SaveChangesAsync();
    });
}

public sealed class OwnerDashboard_OnSqlite_Tests(SqliteDatabase database) : OwnerDashboard_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class OwnerDashboard_OnPostgreSql_Tests(PostgreSqlDatabase database) : OwnerDashboard_Tests(database), IClassFixture<PostgreSqlDatabase>;
