using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Messages;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Deals;

public abstract class DealReminderWorker_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Remind_Once_At_Each_Time_And_Escalate_A_Silent_Seller()
    {
        var deal = await _app.PlanDealAsync(Seller, 3);
        await LookAsync(deal, TimeSpan.FromHours(25));
        (await ToldAsync(deal)).ShouldBeEmpty();

        await LookAsync(deal, TimeSpan.FromHours(24));
        (await ToldAsync(deal)).ShouldBe(["deal-reminder 2001"]);
        await LookAsync(deal, TimeSpan.FromHours(23.4)); // half an hour later the seller has not accepted
        (await ToldAsync(deal)).ShouldBe(["deal-reminder 2001", "deal-silent 1001"]);
        await LookAsync(deal, TimeSpan.FromHours(2));
        await LookAsync(deal, TimeSpan.FromHours(1.4));

        (await ToldAsync(deal)).ShouldBe(["deal-reminder 2001", "deal-reminder 2001", "deal-silent 1001", "deal-silent 1001", "deal-silent 3001"]);
        (await _app.DealAsync(deal)).RemindAt.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Tell_Nobody_Else_When_The_Seller_Confirms()
    {
        var deal = await _app.PlanDealAsync(Seller, 3, 15);
        await _app.ByAsync(Seller, x => x.AcceptAsync(deal, default));
        await LookAsync(deal, TimeSpan.FromHours(24));
        await LookAsync(deal, TimeSpan.FromHours(2));
        await _app.ByAsync(Seller, x => x.SetOnTheWayAsync(deal, default));
        await LookAsync(deal, TimeSpan.FromHours(1));

        (await ToldAsync(deal)).ShouldBe(["deal-reminder 2001", "deal-reminder 2001"]);
        var text = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith($"deal-reminder:{deal:N}")).OrderByDescending(x => x.CreatedAt).Select(x => x.Text!).FirstAsync());
        text.ShouldContain("ул. Тестовая");
        text.ShouldContain("+7916");
        text.ShouldContain("1\u00A0000\u00A0000");
    }

    private async Task LookAsync(Guid deal, TimeSpan before)
    {
        _app.Clock.Advance((await _app.DealAsync(deal)).StartsAt - before - _app.Clock.Now);
        var outcomes = await Race.RunAsync(3, async _ =>
        {
            await _app.RunAsync((DealReminderWorker worker) => worker.RunAsync(default));
            return true;
        });
        outcomes.ShouldAllBe(x => x.Failure == null);
    }

    private async Task<IReadOnlyList<string>> ToldAsync(Guid deal) => [.. (await _app.ToldAsync(deal)).Where(x => x.StartsWith("deal-reminder") || x.StartsWith("deal-silent"))];
}

public sealed class DealReminderWorker_OnSqlite_Tests(SqliteDatabase database) : DealReminderWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DealReminderWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : DealReminderWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
