using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SaleAuto.Accounting.Checks;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Documents;
using SaleAuto.Reports;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>Balances of past months are kept, and nobody can tell from a figure whether they are.</summary>
public abstract class CarryForward_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly LedgerAccount[] _carried = [LedgerAccount.CashPlace, LedgerAccount.Advance, LedgerAccount.Person, LedgerAccount.Stock];
    private static readonly DateOnly _november = new(2026, 11, 30);

    private TestApplication _app = null!;

    // Every test has books of its own: what one carried another one would find.
    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        _app = new TestApplication(database, services => services.AddDocuments());
        await _app.TakeDemoAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Should_Change_No_Figure()
    {
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 500_000.50m);
        await _app.ApproveAsync(await _app.SellAsync(Seller, 600_000, 5_000, 700_000));
        var (pages, cashBook) = (await PagesAsync(), await CashBookAsync());
        (await CarriedDaysAsync()).ShouldBeEmpty();

        LiveUntil(new DateOnly(2026, 12, 3));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(NightAsync)));
        await NightAsync();

        var days = await CarriedDaysAsync();
        days[^1].ShouldBe(_november);
        days.ShouldAllBe(x => x.AddDays(1).Day == 1);
        days.ShouldBe(Enumerable.Range(0, days.Count).Select(x => days[0].AddDays(1).AddMonths(x).AddDays(-1)), "every month since the first entry");
        (await PagesAsync()).ShouldBe(pages);
        (await CashBookAsync()).ShouldBe(cashBook);
        await ShouldHoldWhatTheEntriesAddUpToAsync();

        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 0.01m); // in December
        await _app.SellAsync(Seller, 300_000, 5_000, 400_000);
        await ShouldHoldWhatTheEntriesAddUpToAsync();
    }

    [Fact]
    public async Task Should_Be_Used_And_Proved()
    {
        LiveUntil(new DateOnly(2026, 12, 3));
        await NightAsync();
        var held = await _app.BalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId));

        await FalsifyAsync(1);
        (await _app.BalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId)) - held).ShouldBe(0.01m);
        (await BrokenAsync()).ShouldBe([LedgerProof.Carried]);

        await FalsifyAsync(-1);
        (await BrokenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Leave_A_Month_Open_While_It_Is_Still_That_Month_Somewhere()
    {
        LiveUntil(new DateOnly(2026, 12, 1));
        await NightAsync();
        (await CarriedDaysAsync())[^1].ShouldBe(new DateOnly(2026, 10, 31));

        LiveUntil(new DateOnly(2026, 12, 2));
        await NightAsync();
        (await CarriedDaysAsync())[^1].ShouldBe(_november);
    }

    [Fact]
    public async Task Should_Not_Carry_Books_That_Are_Broken()
    {
        var car = await _app.StockAsync(Seller);
        await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.Id == car).ExecuteUpdateAsync(row => row.SetProperty(x => x.BuyoutPrice, 600_001)));
        LiveUntil(new DateOnly(2026, 12, 3));
        await NightAsync();
        (await CarriedDaysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Let_No_Entry_Into_A_Day_That_Is_Carried()
    {
        LiveUntil(new DateOnly(2026, 12, 3));
        await NightAsync();

        var refusal = await Should.ThrowAsync<Exception>(() => _app.InsertEntryAsync(entry => entry.Day = _november));
        (refusal is SqliteException or PostgresException).ShouldBeTrue();
        refusal.Message.ShouldContain("carried forward");
        await _app.InsertEntryAsync(entry => entry.Day = _november.AddDays(1));
    }

    // Four in the morning by the clocks of Moscow.
    private void LiveUntil(DateOnly day) => _app.Clock.Advance(day.ToDateTime(new TimeOnly(1, 0)) - _app.Clock.Now);

    private Task NightAsync() => _app.RunAsync((LedgerCheckWorker worker) => worker.RunAsync(default));

    // What the owner sees of days before, among and after the ends of months.
    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        List<string> pages = [];
        foreach (var to in new[] { new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 31), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 20) })
        {
            var input = new OwnerPeriodInput { From = to.AddDays(-44), To = to };
            var cash = await _app.ByAsync(Owner, (IOwnerDashboardAppService x) => x.GetCashAsync(input, default));
            pages.Add($"{to}: {(await _app.ByAsync(Owner, (IOwnerDashboardAppService x) => x.GetSalesAsync(input, default)))} {string.Join(", ", cash)}");
        }
        return pages;
    }

    private Task<string> CashBookAsync() => _app.ByAsync(Owner, async (IMoneyReportAppService reports) =>
    {
        var report = await reports.GetAsync("cash", new MoneyReportInput { From = new DateOnly(2026, 11, 3), To = new DateOnly(2026, 11, 20) }, default);
        return string.Join(", ", report.Notes);
    });

    private async Task ShouldHoldWhatTheEntriesAddUpToAsync()
    {
        var entries = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().AsNoTracking().ToListAsync());
        foreach (var account in _carried)
        {
            var sums = entries.SelectMany(x => new[] { (Of: x.Debit, x.Kopecks), (Of: x.Credit, Kopecks: -x.Kopecks) })
                .Where(x => x.Of.Account == account)
                .GroupBy(x => x.Of.OwnerId!.Value)
                .Select(x => (x.Key, Sum: x.Sum(e => e.Kopecks) / 100m))
                .Where(x => x.Sum != 0)
                .ToDictionary(x => x.Key, x => x.Sum);
            sums.ShouldNotBeEmpty();
            (await _app.RunAsync((IStatementQuery x) => x.GetBalancesAsync(account, default))).ToDictionary(x => x.OwnerId, x => x.Amount).ShouldBe(sums, ignoreOrder: true);
            foreach (var (owner, sum) in sums)
            {
                (await _app.BalanceAsync(new LedgerAccountRef(account, owner))).ShouldBe(sum);
            }
        }
    }

    private Task<int> FalsifyAsync(int kopecks) => _app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"""
        UPDATE "CarriedBalances" SET "Kopecks" = "Kopecks" + {kopecks} WHERE "Day" = {_november} AND "OwnerId" = {CashPlace.SafeId}
        """));

    private async Task<IReadOnlyList<LedgerProof>> BrokenAsync() =>
        [.. (await _app.RunAsync((ILedgerCheckQuery query) => query.ProveAsync(default))).Where(x => x.Broken > 0).Select(x => x.Proof)];

    private Task<List<DateOnly>> CarriedDaysAsync() =>
        _app.InDatabaseAsync(db => db.Database.SqlQuery<DateOnly>($"""SELECT DISTINCT "Day" AS "Value" FROM "CarriedBalances" """).OrderBy(x => x).ToListAsync());
}

public sealed class CarryForward_OnSqlite_Tests() : CarryForward_Tests(new SqliteDatabase());

public sealed class CarryForward_OnPostgreSql_Tests() : CarryForward_Tests(new PostgreSqlDatabase());
