using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

public abstract class CashOperation_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Give_A_Seller_Money_And_Take_Back_What_Is_Left()
    {
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 500_000);
        var (safe, held) = (await _app.BalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId)), await _app.BalanceAsync(LedgerAccountRef.Advance(Seller2)));

        await _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 300_000, Seller2);
        var returned = await _app.MoveAsync(Owner, CashOperationKind.AdvanceReturned, 100_000, Seller2);

        (await _app.BalanceAsync(LedgerAccountRef.Advance(Seller2))).ShouldBe(held + 200_000);
        (await Should.ThrowAsync<BusinessException>(() => _app.MoveAsync(Owner, CashOperationKind.AdvanceReturned, held + 200_000.01m, Seller2))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        await ReverseAsync(returned);
        (await _app.BalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId))).ShouldBe(safe - 300_000);
        (await Should.ThrowAsync<BusinessException>(() => ReverseAsync(returned))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.AlreadyReversed);
        var lent = await _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 1_000, Manager);
        await _app.MoveAsync(Owner, CashOperationKind.AdvanceReturned, 400, Manager);
        (await Should.ThrowAsync<BusinessException>(() => ReverseAsync(lent))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.NotEnoughMoney); // it came back in part
    }

    [Fact]
    public async Task Should_Refuse_What_Is_Not_There()
    {
        var safe = await _app.BalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId));

        (await Should.ThrowAsync<BusinessException>(() => _app.MoveAsync(Owner, CashOperationKind.Transfer, safe + 1, toPlaceId: CashPlace.BankId))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 1_000);
        (await Should.ThrowAsync<BusinessException>(() => _app.MoveAsync(Owner, CashOperationKind.Payout, 1, Manager2))).Code.ShouldBe(SaleAutoErrorCodes.Accounting.PayoutAboveBalance);
        (await Should.ThrowAsync<InputValidationException>(() => _app.MoveAsync(Owner, CashOperationKind.Payout, 1))).Errors.ShouldHaveSingleItem().Field.ShouldBe("StaffId");
        (await Should.ThrowAsync<InputValidationException>(() => _app.MoveAsync(Owner, CashOperationKind.Transfer, 1, toPlaceId: CashPlace.SafeId))).Errors.ShouldHaveSingleItem().Field.ShouldBe("ToPlaceId");
        (await Should.ThrowAsync<InputValidationException>(() => _app.MoveAsync(Owner, CashOperationKind.Cost, 1, Seller))).Errors.ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Fields.NotAllowed);
    }

    [Fact]
    public async Task Should_Pay_A_Balance_Once_When_Two_Pay_At_Once()
    {
        var place = await _app.DoAsync(Owner, async (services, token) =>
        {
            var safe = await services.GetRequiredService<CashPlaceManager>().CreateAsync(Guid.CreateVersion7(), CashPlaceKind.Safe, $"Сейф {Guid.NewGuid():N}", token);
            services.GetRequiredService<ICashPlaceRepository>().Insert(safe);
            return safe.Id;
        });
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 10_000, placeId: place);

        var paid = await Race.RunAsync(6, _ => _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 4_000, Seller, place));

        paid.Count(x => x.Failure is null).ShouldBe(2);
        paid.Where(x => x.Failure is not null).ShouldAllBe(x => ((BusinessException)x.Failure!).Code == SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        (await _app.BalanceAsync(LedgerAccountRef.CashPlace(place))).ShouldBe(2_000);
    }

    private Task<Guid> ReverseAsync(Guid id) => _app.DoAsync(Owner, async (services, token) =>
    {
        await services.GetRequiredService<CashOperationManager>().ReverseAsync(await services.GetRequiredService<IRepository<CashOperation>>().GetAsync(id, token), "Ошибка", token);
        return id;
    });
}

public sealed class CashOperation_OnSqlite_Tests(SqliteDatabase database) : CashOperation_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CashOperation_OnPostgreSql_Tests(PostgreSqlDatabase database) : CashOperation_Tests(database), IClassFixture<PostgreSqlDatabase>;
