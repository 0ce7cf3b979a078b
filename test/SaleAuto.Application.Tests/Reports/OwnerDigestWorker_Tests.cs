using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Messages;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Reports;

public abstract class OwnerDigestWorker_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly TimeSpan EightInTheEvening = TimeSpan.FromHours(20 - 3); // the company's clocks are three hours ahead of UTC

    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.MigrateAsync();

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

        GoOn(days: 0, EightInTheEvening - TimeSpan.FromMinutes(1));
        await LookAsync();
        (await DigestsAsync()).ShouldBeEmpty();

        GoOn(days: 0, EightInTheEvening);
        await LookAsync();
        GoOn(days: 0, EightInTheEvening + TimeSpan.FromMinutes(1));
        await LookAsync();

        var digest = (await DigestsAsync()).Single();
        digest.Recipient.ShouldBe("3001");
        digest.Text!.Split('\n').Skip(1).ShouldBe(
        [
            "Заявки: на выкуп 3, на звонок 1", "Звонков с опозданием: 1", "Куплено автомобилей: 1, на 1\u00A0000\u00A0000\u00A0₽", "Продано автомобилей: 0, на 0\u00A0₽",
            "Не состоялось встреч: 1", "Встреч завтра: 1",
        ]);
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

    private Task<List<OutgoingMessage>> DigestsAsync()
    {
        var today = $"digest:{_app.Clock.Now.AddHours(3):yyyyMMdd}";
        return _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith(today)).ToListAsync());
    }
}

public sealed class OwnerDigestWorker_OnSqlite_Tests(SqliteDatabase database) : OwnerDigestWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class OwnerDigestWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : OwnerDigestWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
