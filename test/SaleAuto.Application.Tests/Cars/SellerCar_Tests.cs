using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Cars;

public abstract class SellerCar_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Lead_From_Expenses_To_The_Resale()
    {
        var car = await AddCarAsync(Seller);
        var expense = await ExpenseAsync(12_500.50m, "e1");

        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.AddExpenseAsync(car, expense, default))).Total.ShouldBe(12_500.50m);
        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.AddExpenseAsync(car, expense, default))).Total.ShouldBe(12_500.50m); // the same message again
        await ByAsync(Seller, x => x.FinishRestorationAsync(car, default));
        await ByAsync(Seller, x => x.PutOnSaleAsync(car, 900_000, default));
        await ByAsync(Seller, x => x.FinishRestorationAsync(car, default)); // a late press takes it off no market
        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.GetAsync(car, default))).Status.ShouldBe(CarStatus.Listed);
        var resale = new RecordResaleInput { Amount = 880_000, Method = ReceiptMethod.Cash };
        await ByAsync(Seller, x => x.RecordResaleAsync(car, resale, default));
        await ByAsync(Seller, x => x.RecordResaleAsync(car, resale, default));

        var seen = await _app.ByAsync(Seller, (ISellerCarAppService x) => x.GetAsync(car, default));
        (seen.Status, seen.Expenses, seen.ResaleAmount).ShouldBe((CarStatus.Sold, 12_500.50m, 880_000m));
        seen.Actions.ShouldBeEmpty();
        var late = await ExpenseAsync(1, "late");
        (await Should.ThrowAsync<BusinessException>(() => _app.ByAsync(Seller, (ISellerCarAppService x) => x.AddExpenseAsync(car, late, default)))).Code.ShouldBe(SaleAutoErrorCodes.Expenses.CarIsSold);
        (await Should.ThrowAsync<BusinessException>(() => ByAsync(Seller, x => x.RecordResaleAsync(car, resale with { Amount = 881_000 }, default)))).Code.ShouldBe(SaleAutoErrorCodes.Resales.CarNotForSale);
    }

    [Fact]
    public async Task Should_Recognise_An_Expense_That_May_Be_The_Same()
    {
        var (car, other) = (await AddCarAsync(Seller), await AddCarAsync(Seller));
        var picture = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(car.ToByteArray()));
        await AddAsync(car, await ExpenseAsync(7_777, "a") with { EvidenceFileId = await _app.UploadAsync(Seller, picture), EvidenceKey = "tg-1" });

        (await AddAsync(car, await ExpenseAsync(7_777, "b"))).Select(x => x.IsSamePicture).ShouldBe([false]); // same sum and day
        (await AddAsync(other, await ExpenseAsync(8_888, "c") with { EvidenceFileId = await _app.UploadAsync(Seller, picture) })).Select(x => (x.Amount, x.IsSamePicture)).ShouldBe([(7_777m, true)]);
        (await AddAsync(other, await ExpenseAsync(9_999, "d") with { EvidenceKey = "tg-1" })).Select(x => (x.Amount, x.IsSamePicture)).ShouldBe([(7_777m, true)]);
        (await AddAsync(other, await ExpenseAsync(1_111, "e"))).ShouldBeEmpty();
        var again = await ExpenseAsync(7_777, "f");
        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.FindDuplicatesAsync(car, again, default))).Count.ShouldBe(2);
        (await _app.InDatabaseAsync(db => db.Set<Expense>().CountAsync(x => x.CarId == car))).ShouldBe(2); // looking adds nothing
    }

    [Fact]
    public async Task Should_Find_No_Car_Of_Somebody_Else()
    {
        var car = await AddCarAsync(Seller);
        var expense = await ExpenseAsync(1, "x");

        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Seller2, (ISellerCarAppService x) => x.GetAsync(car, default)));
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Seller2, (ISellerCarAppService x) => x.AddExpenseAsync(car, expense, default)));
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Seller2, (ISellerCarAppService x) => x.FindDuplicatesAsync(car, expense, default)));
        await Should.ThrowAsync<AuthorizationException>(() => ByAsync(Manager, x => x.PutOnSaleAsync(car, 900_000, default)));
        (await _app.ByAsync(Seller2, (ISellerCarAppService x) => x.GetMyAsync(default))).ShouldNotContain(x => x.Id == car);
        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.GetMyAsync(default))).ShouldContain(x => x.Id == car);
    }

    private async Task<IReadOnlyList<ExpenseDuplicateDto>> AddAsync(Guid car, AddExpenseInput input) =>
        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.AddExpenseAsync(car, input, default))).PossibleDuplicates;

    private async Task<AddExpenseInput> ExpenseAsync(decimal amount, string key) => new()
    {
        Amount = amount,
        Category = ExpenseCategory.Repair,
        SpentOn = DateOnly.FromDateTime(_app.Clock.Now),
        EvidenceFileId = await _app.UploadAsync(Seller),
        Key = key,
    };

    private Task ByAsync(Guid staffId, Func<ISellerCarAppService, Task> work) => _app.ByAsync(staffId, async (ISellerCarAppService cars) =>
    {
        await work(cars);
        return true;
    });

    private Task<Guid> AddCarAsync(Guid sellerId) => _app.RunAsync((IServiceProvider services) => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
        async token =>
        {
            var facts = new CarFacts("Kia", "Rio", 2018, null, null, 80_000, null);
            var car = await services.GetRequiredService<CarManager>().CreateAsync(Guid.CreateVersion7(), null, sellerId, facts, new CarPurchase(600_000, _app.Clock.Now), token);
            services.GetRequiredService<IRepository<Car>>().Insert(car);
            return car.Id;
        },
        default));
}

public sealed class SellerCar_OnSqlite_Tests(SqliteDatabase database) : SellerCar_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class SellerCar_OnPostgreSql_Tests(PostgreSqlDatabase database) : SellerCar_Tests(database), IClassFixture<PostgreSqlDatabase>;
