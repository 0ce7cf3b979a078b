using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

public abstract class Balance_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Show_A_Person_The_Own_Money_Only()
    {
        await _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 5_000.50m, Seller, CashPlace.BankId);

        var own = await _app.ByAsync(Seller, (IBalanceAppService x) => x.GetOwnAsync(default));
        own.Lines[0].ShouldBe(new StatementLineDto(own.Lines[0].Day, LedgerEntryKind.AdvanceGiven, 5_000.50m, null, null, null));
        var statement = await _app.ByAsync(Seller, (IBalanceAppService x) => x.GetStatementAsync(LedgerAccount.Advance, Seller, default));
        (statement.Balance, statement.Lines.Sum(x => x.Amount)).ShouldBe((own.Advance, own.Advance));
        (await _app.ByAsync(Owner, (IBalanceAppService x) => x.GetStatementAsync(LedgerAccount.Advance, Seller, default))).Balance.ShouldBe(own.Advance);

        await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(Seller2, (IBalanceAppService x) => x.GetStatementAsync(LedgerAccount.Advance, Seller, default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(Seller, (IBalanceAppService x) => x.GetStatementAsync(LedgerAccount.CashPlace, CashPlace.BankId, default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(Manager, (IBalanceAppService x) => x.GetCashAsync(default)));
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Owner, (IBalanceAppService x) => x.GetStatementAsync(LedgerAccount.Stock, Seller, default)));
    }

    [Fact]
    public async Task Should_Add_Places_And_People_Up()
    {
        var cash = await _app.ByAsync(Owner, (IBalanceAppService x) => x.GetCashAsync(default));

        cash.Total.ShouldBe(cash.Places.Sum(x => x.Balance) + cash.People.Sum(x => x.Advance));
        cash.Places.Single(x => x.Id == CashPlace.SafeId).Balance.ShouldBe(await _app.BalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId)));
        cash.People.Single(x => x.StaffId == Seller).Advance.ShouldBe(await _app.BalanceAsync(LedgerAccountRef.Advance(Seller)));
    }

    [Fact]
    public async Task Should_Let_Only_Owners_Decide_On_Expenses()
    {
        var car = await _app.StockAsync(Seller);
        var expense = await _app.SpendAsync(Seller, car, 60_000);
        var yes = new ExpenseAnswerInput { IsApproved = true, Amount = 60_000 };

        foreach (var other in new[] { Manager, Seller })
        {
            await Should.ThrowAsync<AuthorizationException>(() => AnswerAsync(other, expense, yes));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(other, (IExpenseApprovalAppService x) => x.GetAsync(expense, default)));
        }
        (await Should.ThrowAsync<BusinessException>(() => AnswerAsync(Owner, expense, yes with { Amount = 59_000 }))).Code.ShouldBe(SaleAutoErrorCodes.Expenses.WrongStatus);
        (await Should.ThrowAsync<InputValidationException>(() => AnswerAsync(Owner, expense, yes with { IsApproved = false }))).Errors.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        await AnswerAsync(Owner, expense, yes);
        await AnswerAsync(Owner, expense, yes); // a double press

        (await _app.EntriesAsync(LedgerDocumentType.Expense, expense)).ShouldBe(["Restoration Stock<Advance 60000"]);
    }

    private Task<bool> AnswerAsync(Guid staffId, Guid expenseId, ExpenseAnswerInput input) => _app.ByAsync(staffId, async (IExpenseApprovalAppService approvals) =>
    {
        await approvals.AnswerAsync(expenseId, input, default);
        return true;
    });
}

public sealed class Balance_OnSqlite_Tests(SqliteDatabase database) : Balance_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Balance_OnPostgreSql_Tests(PostgreSqlDatabase database) : Balance_Tests(database), IClassFixture<PostgreSqlDatabase>;
