using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting.Distributions;
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

    public Task InitializeAsync() => _app.TakeDemoAsync();

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
        var receipt = await _app.InDatabaseAsync(db => db.Set<ResaleReceipt>().Where(x => x.ResaleId == deposit).Select(x => x.Id).SingleAsync());
        var operation = await _app.MoveAsync(Owner, CashOperationKind.Contribution, 100_000);
        var paid = await _app.StockAsync(Seller, 70_000, CashPlace.SafeId);
        var shared = await _app.SellAsync(Seller, 600_000, 0, 650_000);
        await _app.ApproveAsync(shared);
        var distribution = await _app.LiveAsync(shared);
        var share = distribution.Lines.First(x => x.StaffId == Seller);
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        await _app.PayAsync(Seller, deal, DealWorld.Offer);
        await _app.DoAsync(Owner, async (services, token) =>
        {
            await services.GetRequiredService<ICarriedBalanceRepository>().CarryAsync(new DateOnly(2026, 10, 31), token);
            return true;
        });

        (await BrokenAsync()).ShouldBeEmpty();
        (await ProveAsync()).ShouldAllBe(x => x.Compared > 0 && x.Books == x.Documents);

        // Behind the back of the domain, one after another; each is put right again.
        await FalsifyAsync<Expense>(expense, x => x.SetProperty(e => e.Amount, 6_000.01m), x => x.SetProperty(e => e.Amount, 6_000), LedgerProof.Stock, LedgerProof.Expenses, LedgerProof.Advances);
        await FalsifyAsync<Car>(car, x => x.SetProperty(c => c.BuyoutPrice, 599_999.99m), x => x.SetProperty(c => c.BuyoutPrice, 600_000), LedgerProof.Stock);
        await FalsifyAsync<Car>(car, x => x.SetProperty(c => c.Status, CarStatus.Sold), x => x.SetProperty(c => c.Status, CarStatus.Ready), LedgerProof.Stock, LedgerProof.Profit);
        await FalsifyAsync<Car>(sold, x => x.SetProperty(c => c.BuyoutPrice, 1), x => x.SetProperty(c => c.BuyoutPrice, 600_000), LedgerProof.Profit);
        await FalsifyAsync<Resale>(deposit, x => x.SetProperty(r => r.PaidAmount, 49_999), x => x.SetProperty(r => r.PaidAmount, 50_000), LedgerProof.Deposits);
        await FalsifyAsync<CashOperation>(operation, x => x.SetProperty(o => o.ReversedAt, _app.Clock.Now), x => x.SetProperty(o => o.ReversedAt, (DateTime?)null), LedgerProof.CashOperations, LedgerProof.CashPlaces);
        await FalsifyAsync<Deal>(deal, x => x.SetProperty(d => d.PaidAmount, 1m), x => x.SetProperty(d => d.PaidAmount, DealWorld.Offer), LedgerProof.Deals, LedgerProof.Advances);

        // Sums that are right, at the wrong place or with the wrong person.
        await FalsifyAsync<Deal>(deal, x => x.SetProperty(d => d.PaymentPlaceId, CashPlace.BankId), x => x.SetProperty(d => d.PaymentPlaceId, (Guid?)null), LedgerProof.CashPlaces, LedgerProof.Advances);
        await FalsifyAsync<Deal>(deal, x => x.SetProperty(d => d.SellerId, Seller2), x => x.SetProperty(d => d.SellerId, Seller), LedgerProof.Advances);
        await FalsifyAsync<Expense>(expense, x => x.SetProperty(e => e.SpentById, Seller2), x => x.SetProperty(e => e.SpentById, Seller), LedgerProof.Advances);
        await FalsifyAsync<Car>(paid, x => x.SetProperty(c => c.PaidFromId, CashPlace.BankId), x => x.SetProperty(c => c.PaidFromId, CashPlace.SafeId), LedgerProof.CashPlaces);
        await FalsifyAsync<CashOperation>(operation, x => x.SetProperty(o => o.PlaceId, CashPlace.BankId), x => x.SetProperty(o => o.PlaceId, CashPlace.SafeId), LedgerProof.CashPlaces);
        await FalsifyAsync<ResaleReceipt>(receipt, x => x.SetProperty(r => r.HolderId, Seller2), x => x.SetProperty(r => r.HolderId, Seller), LedgerProof.Advances);
        await FalsifyAsync<DistributionLine>(share.Id, x => x.SetProperty(l => l.StaffId, Seller2), x => x.SetProperty(l => l.StaffId, Seller), LedgerProof.Shares);
        (await BrokenAsync()).ShouldBeEmpty();

        await _app.InsertEntryAsync(entry => entry.Kopecks = 1); // an entry that no document stands behind
        (await BrokenAsync()).ShouldBe([LedgerProof.CashOperations, LedgerProof.CashPlaces, LedgerProof.Advances]);
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
