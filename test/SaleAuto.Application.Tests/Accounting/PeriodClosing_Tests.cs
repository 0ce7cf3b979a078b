using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

public abstract class PeriodClosing_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Leave_A_Closed_Period_Alone()
    {
        var car = await _app.StockAsync(Seller);
        var expense = await _app.SpendAsync(Seller, car, 5_000);
        var day = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.DocumentId == expense).Select(x => x.Day).SingleAsync());
        (await Should.ThrowAsync<BusinessException>(() => CloseAsync(day))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.DayIsNotOver);
        _app.Clock.Advance(TimeSpan.FromHours(26));

        await CloseAsync(day);

        (await Should.ThrowAsync<BusinessException>(() => _app.CorrectAsync(expense, 6_000))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.PeriodIsClosed);
        (await Should.ThrowAsync<BusinessException>(() => CloseAsync(day))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.AlreadyClosed);
        await _app.DoAsync(Owner, async (services, token) =>
        {
            var row = await services.GetRequiredService<IRepository<Expense>>().GetAsync(expense, token);
            await services.GetRequiredService<ExpenseManager>().ReverseAsync(row, Owner, "Чек не наш", token);
            return row.Id;
        });
        var entries = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.DocumentId == expense).OrderBy(x => x.Revision).ToListAsync());
        entries.Select(x => (x.Day > day, x.Reason)).ShouldBe([(false, null), (true, "Чек не наш")]);
        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(600_000);
        await Should.ThrowAsync<Exception>(() => _app.InsertEntryAsync(entry => entry.Day = day)); // the database refuses it, too
    }

    private Task<Guid> CloseAsync(DateOnly day) => _app.DoAsync(Owner, async (services, token) =>
    {
        var closing = await services.GetRequiredService<PeriodManager>().CloseAsync(Guid.CreateVersion7(), day, Owner, token);
        services.GetRequiredService<IRepository<PeriodClosing>>().Insert(closing);
        return closing.Id;
    });
}

public sealed class PeriodClosing_OnSqlite_Tests(SqliteDatabase database) : PeriodClosing_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class PeriodClosing_OnPostgreSql_Tests(PostgreSqlDatabase database) : PeriodClosing_Tests(database), IClassFixture<PostgreSqlDatabase>;
