using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

public abstract class ShareStatement_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Show_How_Each_Sum_Arose_What_Was_Paid_And_What_Was_Taken_Back()
    {
        var person = await _app.AddStaffAsync(StaffRoles.Seller);
        var car = await _app.SellAsync(person, 600_000, 0, 610_000);
        await _app.ApproveAsync(car);
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 1_500);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await _app.MoveAsync(Owner, CashOperationKind.Payout, 1_500, person);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await _app.ReverseAsync(car, "Скидка покупателю");

        var statement = await _app.ByAsync(person, (IShareStatementAppService x) => x.GetAsync(person, 1, default)); // the own one

        (statement.Balance, statement.Earned, statement.PaidOut).ShouldBe((-1_500m, 0m, 1_500m));
        statement.Entries.Select(x => (x.Kind, x.Amount, x.IsReversal, x.Reason)).ShouldBe([
            (LedgerEntryKind.Distribution, -2_000m, true, "Скидка покупателю"),
            (LedgerEntryKind.Payout, -1_500m, false, null),
            (LedgerEntryKind.Distribution, 2_000m, false, null),
        ]);
        var earned = statement.Entries[^1];
        (earned.CarId, earned.CarName!.EndsWith("Kia Rio", StringComparison.Ordinal)).ShouldBe((car, true));
        var line = earned.Lines.ShouldHaveSingleItem();
        (line.RulePlace, line.Share, line.Value, line.Base, line.Amount).ShouldBe((4, DistributionShare.SellingSeller, 20m, 10_000m, 2_000m));
        (await _app.ByAsync(Owner, (IShareStatementAppService x) => x.GetBalancesAsync(default))).Single(x => x.StaffId == person).Balance.ShouldBe(-1_500);
    }

    [Fact]
    public async Task Should_Keep_People_Who_Were_Paid_Everything_In_The_List()
    {
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);
        await _app.ApproveAsync(car);
        var owed = await BalanceOfAsync(Seller);

        await _app.MoveAsync(Owner, CashOperationKind.Contribution, owed);
        await _app.MoveAsync(Owner, CashOperationKind.Payout, owed, Seller);

        owed.ShouldBeGreaterThan(0);
        (await BalanceOfAsync(Seller)).ShouldBe(0);

        async Task<decimal> BalanceOfAsync(Guid person) => (await _app.ByAsync(Owner, (IShareStatementAppService x) => x.GetBalancesAsync(default))).Single(x => x.StaffId == person).Balance;
    }

    [Fact]
    public async Task Should_Show_The_Own_One_To_Everybody_And_All_To_The_Owner()
    {
        (await _app.ByAsync(Owner, (IShareStatementAppService x) => x.GetAsync(Seller2, 1, default))).Name.ShouldNotBeEmpty();
        (await _app.ByAsync(Manager, (IShareStatementAppService x) => x.GetAsync(Manager, 1, default))).StaffId.ShouldBe(Manager);
        foreach (var person in new[] { Manager, Seller })
        {
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IShareStatementAppService x) => x.GetAsync(Seller2, 1, default)));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IShareStatementAppService x) => x.GetBalancesAsync(default)));
        }
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Owner, (IShareStatementAppService x) => x.GetAsync(Guid.NewGuid(), 1, default)));
    }

    [Fact]
    public async Task Should_Show_Entries_Page_By_Page()
    {
        var person = await _app.AddStaffAsync(StaffRoles.Seller);
        await _app.DoAsync(Owner, async (services, token) =>
        {
            for (var i = 1; i <= 60; i++)
            {
                await services.GetRequiredService<Ledger>().SettleAsync(
                    new LedgerDocument(LedgerDocumentType.CashOperation, Guid.CreateVersion7()), [new(LedgerEntryKind.Payout, LedgerAccountRef.Capital, LedgerAccountRef.Person(person), i, null)], null, token);
            }
            return true;
        });

        var (first, second) = (await ReadAsync(1), await ReadAsync(2));
        (first.Entries.Count, first.HasMore, second.Entries.Count, second.HasMore).ShouldBe((50, true, 10, false));
        first.Entries.Concat(second.Entries).Select(x => x.Amount).Order().ShouldBe(Enumerable.Range(1, 60).Select(x => (decimal)x));

        Task<ShareStatementDto> ReadAsync(int page) => _app.ByAsync(person, (IShareStatementAppService x) => x.GetAsync(person, page, default));
    }
}

public sealed class ShareStatement_OnSqlite_Tests(SqliteDatabase database) : ShareStatement_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ShareStatement_OnPostgreSql_Tests(PostgreSqlDatabase database) : ShareStatement_Tests(database), IClassFixture<PostgreSqlDatabase>;
