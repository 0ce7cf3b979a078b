using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Checks;

public abstract class LedgerCheck_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.MigrateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Find_Nothing_In_Honest_Books_And_Every_Falsified_Document()
    {
        var car = await _app.StockAsync(Seller);
        var expense = await _app.SpendAsync(Seller, car, 5_000.50m);
        await _app.CorrectAsync(expense, 6_000);
        var sold = await _app.StockAsync(Seller);
        await _app.ReceiveAsync(Seller, await _app.OfferAsync(Seller, sold, 700_000), 700_000);
        var waiting = await _app.StockAsync(Seller);
        var deposit = await _app.OfferAsync(Seller, waiting, 700_000);
        await _app.ReceiveAsync(Seller, deposit, 50_000);
        var operation = await _app.MoveAsync(Owner, CashOperationKind.Contribution, 100_000);
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        await _app.PayAsync(Seller, deal, DealWorld.Offer);

        (await BrokenAsync()).ShouldBeEmpty();
        (await ProveAsync()).Where(x => x.Proof is not LedgerProof.Distributions).ShouldAllBe(x => x.Compared > 0 && x.Books == x.Documents);

        // Behind the back of the domain, one after another; each is put right again.
        await FalsifyAsync<Expense>(expense, x => x.SetProperty(e => e.Amount, 6_000.01m), x => x.SetProperty(e => e.Amount, 6_000), LedgerProof.Stock, LedgerProof.Expenses);
        await FalsifyAsync<Car>(car, x => x.SetProperty(c => c.BuyoutPrice, 599_999.99m), x => x.SetProperty(c => c.BuyoutPrice, 600_000), LedgerProof.Stock);
        await FalsifyAsync<Car>(car, x => x.SetProperty(c => c.Status, CarStatus.Sold), x => x.SetProperty(c => c.Status, CarStatus.Ready), LedgerProof.Stock, LedgerProof.Profit);
        await FalsifyAsync<Car>(sold, x => x.SetProperty(c => c.BuyoutPrice, 1), x => x.SetProperty(c => c.BuyoutPrice, 600_000), LedgerProof.Profit);
        await FalsifyAsync<Resale>(deposit, x => x.SetProperty(r => r.PaidAmount, 49_999), x => x.SetProperty(r => r.PaidAmount, 50_000), LedgerProof.Deposits);
        await FalsifyAsync<CashOperation>(operation, x => x.SetProperty(o => o.ReversedAt, _app.Clock.Now), x => x.SetProperty(o => o.ReversedAt, (DateTime?)null), LedgerProof.CashOperations);
        await FalsifyAsync<Deal>(deal, x => x.SetProperty(d => d.PaidAmount, 1m), x => x.SetProperty(d => d.PaidAmount, DealWorld.Offer), LedgerProof.Deals);
        (await BrokenAsync()).ShouldBeEmpty();

        await _app.InsertEntryAsync(entry => entry.Kopecks = 1); // an entry that no document stands behind
        (await BrokenAsync()).ShouldBe([LedgerProof.CashOperations]);
    }

    private async Task FalsifyAsync<T>(
        Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<T>> falsify, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<T>> mend, params LedgerProof[] expected)
        where T : Entities.Entity<Guid>
    {
        await _app.InDatabaseAsync(db => db.Set<T>().Where(x => x.Id == id).ExecuteUpdateAsync(falsify));
        var broken = await BrokenAsync();
        await _app.InDatabaseAsync(db => db.Set<T>().Where(x => x.Id == id).ExecuteUpdateAsync(mend));
        broken.ShouldBe(expected);
    }

    private async Task<IReadOnlyList<LedgerProof>> BrokenAsync() => [.. (await ProveAsync()).Where(x => x.Broken > 0).Select(x => x.Proof)];

    private Task<IReadOnlyList<LedgerProofResult>> ProveAsync() => _app.RunAsync((ILedgerCheckQuery query) => query.ProveAsync(default));
}

public sealed class LedgerCheck_OnSqlite_Tests(SqliteDatabase database) : LedgerCheck_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class LedgerCheck_OnPostgreSql_Tests(PostgreSqlDatabase database) : LedgerCheck_Tests(database), IClassFixture<PostgreSqlDatabase>;
