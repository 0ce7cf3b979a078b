using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Messages;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Reports;

public abstract class OwnerDigestWorker_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly TimeSpan EightInTheEvening = TimeSpan.FromHours(20 - 3); // the company's clocks are three hours ahead of UTC

    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Tell_The_Owner_Once_In_The_Evening_What_The_Day_Brought()
    {
        GoOn(days: 100, TimeSpan.FromHours(9)); // far from the requests of the demo
        var bought = await _app.InspectAsync(Seller, 1, 10);
        await _app.AgreeAsync(Seller, bought);
        await _app.SignAsync(Seller, bought);
        await _app.PayAsync(Seller, bought, DealWorld.Offer);
        await _app.ByAsync(Seller, x => x.CompleteAsync(bought, default));
        var refused = await _app.InspectAsync(Seller, 1, 14);
        await _app.ByAsync(Seller, x => x.RejectByClientAsync(refused, new DealReasonInput { Reason = "Передумал" }, default));
        await _app.PlanDealAsync(Seller, 1, 18);
        await _app.AskForCallAsync(); // nobody calls in time
        var sold = await _app.StockAsync(Seller, 400_000);
        await _app.ReceiveAsync(Seller, await _app.OfferAsync(Seller, sold, 450_000.50m), 450_000.50m);

        GoOn(days: 0, EightInTheEvening - TimeSpan.FromMinutes(1));
        await LookAsync();
        (await DigestsAsync()).ShouldBeEmpty();

        GoOn(days: 0, EightInTheEvening);
        await LookAsync();
        GoOn(days: 0, EightInTheEvening + TimeSpan.FromMinutes(1));
        await LookAsync();

        var digest = (await DigestsAsync()).Single();
        digest.Recipient.ShouldBe("3001");
        var stock = (await _app.ByAsync(Owner, (IOwnerDashboardAppService x) => x.GetSalesAsync(new OwnerPeriodInput(), default))).Capital.Value!.Value;
        digest.Text!.Split('\n').Skip(1).SkipLast(1).ShouldBe(
        [
            "Заявки: на выкуп 3, на звонок 1", "Звонков с опозданием: 1", "Куплено автомобилей: 1, на 1\u00A0000\u00A0000\u00A0₽", "Продано автомобилей: 1, на 450\u00A0000,50\u00A0₽",
            "Не состоялось встреч: 1", "Встреч завтра: 1",
            "Прибыль: 50\u00A0000,50\u00A0₽", $"В автомобилях на складе: {stock.ToString(stock == decimal.Truncate(stock) ? "N0" : "N2", System.Globalization.CultureInfo.GetCultureInfo("ru-RU"))}\u00A0₽",
        ]);
        digest.Text.Split('\n')[^1].ShouldStartWith("Внимание: долго стоят автомобилей: "); // those of the demo
        digest.Body.ShouldContain("/admin/owner?period=today");
    }

    [Fact]
    public async Task Should_Send_The_Report_Of_The_Month_Once_In_The_First_Days_Of_The_Next()
    {
        _app.Clock.Advance(new DateTime(2028, 5, 20, 9, 0, 0, DateTimeKind.Utc) - _app.Clock.Now);
        var car = await _app.StockAsync(Seller, 400_000);
        await _app.ReceiveAsync(Seller, await _app.OfferAsync(Seller, car, 450_000.50m), 450_000.50m);
        await LookAsync();
        (await MonthsAsync("202805")).ShouldBeEmpty();

        _app.Clock.Advance(new DateTime(2028, 6, 2, 6, 0, 0, DateTimeKind.Utc) - _app.Clock.Now);
        await LookAsync();
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();

        var message = (await MonthsAsync("202805")).Single();
        message.Text!.Split('\n').Take(3).ShouldBe(["Итоги месяца: май 2028", "Прибыль: 50\u00A0000,50\u00A0₽", "Продано автомобилей: 1"]);
        message.Body.ShouldContain("/admin/accounting/reports/cars?from=2028-05-01");
    }

    [Fact]
    public async Task Should_Tell_Nothing_To_An_Owner_Who_Switched_It_Off()
    {
        GoOn(days: 200, EightInTheEvening);
        await SetAsync(isOn: false);
        await LookAsync();
        (await DigestsAsync()).ShouldBeEmpty();

        await SetAsync(isOn: true);
        await LookAsync();
        (await DigestsAsync()).Count.ShouldBe(1);
    }

    private Task<bool> SetAsync(bool isOn) => _app.ByAsync(Owner, async (INotificationChoiceAppService x) =>
    {
        await x.SetAsync(NotificationTopic.DayDigest, isOn, default);
        return isOn;
    });

    private void GoOn(int days, TimeSpan time) => _app.Clock.Advance(_app.Clock.Now.Date.AddDays(days) + time - _app.Clock.Now);

    // Several nodes look at once.
    private async Task LookAsync()
    {
        var outcomes = await Race.RunAsync(3, async _ =>
        {
            await _app.RunAsync((OwnerDigestWorker worker) => worker.RunAsync(default));
            return true;
        });
        outcomes.ShouldAllBe(x => x.Failure == null);
    }

    private Task<List<OutgoingMessage>> MonthsAsync(string month) =>
        _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith($"month:{month}")).ToListAsync());

    private Task<List<OutgoingMessage>> DigestsAsync()
    {
        var today = $"digest:{_app.Clock.Now.AddHours(3):yyyyMMdd}";
        return _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith(today)).ToListAsync());
    }
}

public sealed class OwnerDigestWorker_OnSqlite_Tests(SqliteDatabase database) : OwnerDigestWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class OwnerDigestWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : OwnerDigestWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
