using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.LowCode;
using SaleAuto.Repositories;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>Documents that say where their money came from or went: the place is open, and what is taken is there.</summary>
public abstract class NamedPlace_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);
    private Guid _safe;

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _safe = await _app.NewSafeAsync(0);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Buy_A_Car_Only_With_Money_That_Is_There()
    {
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 600_000, placeId: _safe);

        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.NotEnoughMoney, () => _app.StockAsync(Seller, 600_000.01m, _safe));
        await _app.StockAsync(Seller, 600_000, _safe);

        (await BalanceAsync()).ShouldBe(0);
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.NotEnoughMoney, () => _app.StockAsync(Seller, 1, _safe));
    }

    [Fact]
    public async Task Should_Spend_Only_Money_That_Is_There()
    {
        var car = await _app.StockAsync(Seller);
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 10_000, placeId: _safe);

        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.NotEnoughMoney, () => SpendAsync(car, 10_000.01m));
        var expense = await SpendAsync(car, 9_000);
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.NotEnoughMoney, () => CorrectAsync(expense, 10_000.01m));
        await CorrectAsync(expense, 10_000); // what it took before counts
        await CorrectAsync(expense, 4_000);

        (await BalanceAsync()).ShouldBe(6_000);
    }

    [Fact]
    public async Task Should_Let_An_Expense_Into_The_Books_Only_With_Money_That_Is_There()
    {
        var car = await _app.StockAsync(Seller);
        var expense = await SpendAsync(car, 9_000, limit: 5_000);
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.NotEnoughMoney, () => ApproveAsync(expense));

        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 9_000, placeId: _safe);
        await ApproveAsync(expense);

        (await BalanceAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Take_No_Money_From_A_Closed_Place_And_Put_None_In()
    {
        var car = await _app.StockAsync(Seller);
        var resale = await _app.OfferAsync(Seller, car, 700_000);
        await CloseAsync();

        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => _app.StockAsync(Seller, 1, _safe));
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => SpendAsync(car, 1));
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => SpendAsync(car, 1, limit: 0));
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => ReceiveAsync(resale, 1));
    }

    [Fact]
    public async Task Should_Bring_No_Money_Back_To_A_Closed_Place()
    {
        var car = await _app.StockAsync(Seller);
        var contribution = await _app.MoveAsync(Owner, CashOperationKind.Contribution, 9_000, placeId: _safe);
        var expense = await SpendAsync(car, 9_000);
        await CloseAsync();

        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => CorrectAsync(expense, 4_000));
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => ReverseAsync(expense));
        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.PlaceIsClosed, () => ReverseMoveAsync(contribution));
        (await BalanceAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Give_A_Deposit_Back_Only_From_Money_That_Is_There()
    {
        var resale = await _app.OfferAsync(Seller, await _app.StockAsync(Seller), 700_000);
        await ReceiveAsync(resale, 50_000);
        await _app.MoveAsync(Owner, CashOperationKind.Cost, 30_000, placeId: _safe);

        await ShouldRefuseAsync(SaleAutoErrorCodes.Accounting.NotEnoughMoney, () => CancelAsync(resale));
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 30_000, placeId: _safe);
        await CancelAsync(resale);

        (await BalanceAsync()).ShouldBe(0);
    }

    private Task<SavedRow> CloseAsync() => _app.PressAsync(Owner, "cash-places", "Close", _safe, new { });

    private Task<Guid> ReceiveAsync(Guid resaleId, decimal amount) => _app.ReceiveAtAsync(resaleId, amount, _safe);

    private Task<SavedRow> CancelAsync(Guid resaleId) => _app.PressAsync(Seller, "resales", "Cancel", resaleId, new { keepsDeposit = false });

    private Task<SavedRow> ReverseMoveAsync(Guid operationId) => _app.PressAsync(Owner, "cash-operations", "Reverse", operationId, new { reason = CorrectionWorld.Why });

    private static async Task ShouldRefuseAsync(string code, Func<Task> act) => (await CorrectionWorld.RefusalAsync(act)).ShouldBe(code);

    private Task<decimal> BalanceAsync() => _app.BalanceAsync(LedgerAccountRef.CashPlace(_safe));

    private async Task<Guid> SpendAsync(Guid carId, decimal amount, decimal limit = 30_000)
    {
        var facts = new ExpenseFacts(ExpenseCategory.Repair, amount, DateOnly.FromDateTime(_app.Clock.Now), null, await _app.UploadAsync(Seller), _safe);
        return await _app.DoAsync(Seller, async (services, token) =>
        {
            var expense = await services.GetRequiredService<ExpenseManager>().CreateAsync(Guid.CreateVersion7(), carId, Seller, facts, limit, token);
            services.GetRequiredService<IRepository<Expense>>().Insert(expense);
            return expense.Id;
        });
    }

    private Task<Guid> CorrectAsync(Guid expenseId, decimal amount) => ChangeAsync(expenseId, (manager, expense, token) =>
        manager.CorrectAsync(expense, new ExpenseFacts(expense.Category, amount, expense.SpentOn, null, expense.EvidenceFileId, _safe), 30_000, token));

    private Task<Guid> ApproveAsync(Guid expenseId) => ChangeAsync(expenseId, (manager, expense, token) => manager.ApproveAsync(expense, Owner, token));

    private Task<Guid> ReverseAsync(Guid expenseId) => ChangeAsync(expenseId, (manager, expense, token) => manager.ReverseAsync(expense, Owner, "Ошибка", token));

    private Task<Guid> ChangeAsync(Guid expenseId, Func<ExpenseManager, Expense, CancellationToken, Task> change) => _app.DoAsync(Seller, async (services, token) =>
    {
        await change(services.GetRequiredService<ExpenseManager>(), await services.GetRequiredService<IRepository<Expense>>().GetAsync(expenseId, token), token);
        return expenseId;
    });
}

public sealed class NamedPlace_OnSqlite_Tests(SqliteDatabase database) : NamedPlace_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class NamedPlace_OnPostgreSql_Tests(PostgreSqlDatabase database) : NamedPlace_Tests(database), IClassFixture<PostgreSqlDatabase>;
