using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Calls;
using SaleAuto.Messages;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Checks;

public abstract class LedgerCheckWorker_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Check_Once_A_Night_And_Tell_Owners_What_Is_Broken()
    {
        MoveTo(new TimeOnly(2, 59));
        await RunAsync();
        (await ChecksAsync()).ShouldBeEmpty("the night has not come");

        MoveTo(new TimeOnly(3, 0));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)));
        await RunAsync();
        var honest = (await ChecksAsync()).ShouldHaveSingleItem();
        (honest.Broken, honest.Proofs, honest.Results.Count).ShouldBe((0, 13, 13));

        var car = await _app.StockAsync(Seller);
        await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.Id == car).ExecuteUpdateAsync(row => row.SetProperty(x => x.BuyoutPrice, 600_001)));
        MoveTo(new TimeOnly(14, 0)); // down at night: it catches up
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        await RunAsync();

        var broken = (await ChecksAsync())[1];
        broken.Day.ShouldBe(honest.Day.AddDays(1));
        broken.Results.Where(x => x.Broken > 0).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            x => x.Proof.ShouldBe(LedgerProof.Stock), x => (x.Documents - x.Books).ShouldBe(1), x => x.Examples.ShouldBe([car]));
        var told = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith("ledger-broken:")).ToListAsync());
        told.Count.ShouldBeGreaterThan(0);
        told.ShouldAllBe(x => x.Text!.Contains("1 из 13"));
        told.Select(x => x.Recipient).ShouldBeUnique();
    }

    // By the clocks of Moscow; only ahead.
    private void MoveTo(TimeOnly local)
    {
        var now = _app.Clock.Now.AddHours(3);
        var at = now.Date + local.ToTimeSpan();
        _app.Clock.Advance((at < now ? at.AddDays(1) : at) - now);
    }

    private Task RunAsync() => _app.RunAsync((LedgerCheckWorker worker) => worker.RunAsync(default));

    private Task<List<LedgerCheck>> ChecksAsync() => _app.InDatabaseAsync(db => db.Set<LedgerCheck>().OrderBy(x => x.Day).ToListAsync());
}

public sealed class LedgerCheckWorker_OnSqlite_Tests(SqliteDatabase database) : LedgerCheckWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class LedgerCheckWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : LedgerCheckWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
