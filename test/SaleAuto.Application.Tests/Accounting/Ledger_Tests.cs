using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

public abstract class Ledger_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Follow_The_Money_From_The_Purchase_To_The_Profit()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        var before = await _app.BalanceAsync(LedgerAccountRef.Advance(Seller));

        await _app.PayAsync(Seller, deal, DealWorld.Offer);
        (await _app.BalanceAsync(LedgerAccountRef.DealPayments(deal))).ShouldBe(DealWorld.Offer);
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));
        (await _app.BalanceAsync(LedgerAccountRef.DealPayments(deal))).ShouldBe(0);
        var car = await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.DealId == deal).Select(x => x.Id).SingleAsync());
        await _app.SpendAsync(Seller, car, 45_000.50m);
        await _app.SpendAsync(Seller, car, 12_500, "twice");
        await _app.SpendAsync(Seller, car, 12_500, "twice");
        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(1_057_500.50m);
        await _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.FinishRestorationAsync(car, default)));
        var sale = new RecordResaleInput { Amount = 1_200_000, Method = ReceiptMethod.Cash };
        await _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.RecordResaleAsync(car, sale, default)));

        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(0);
        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car))).ShouldBe(-142_499.50m); // owed to those who share it
        (await _app.BalanceAsync(LedgerAccountRef.Advance(Seller))).ShouldBe(before + 142_499.50m);
        var seen = await _app.ByAsync(Owner, (ICarProfitAppService x) => x.GetAsync(car, default));
        (seen.Buyout, seen.Expenses, seen.Resale, seen.Profit).ShouldBe((1_000_000m, 57_500.50m, 1_200_000m, 142_499.50m));
        seen.Lines.Sum(x => x.Kind == LedgerEntryKind.Resale ? x.Amount : -x.Amount).ShouldBe(seen.Profit!.Value);
        (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.GetAsync(car, default))).Profit.ShouldBe(seen.Profit);
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Seller2, (ICarProfitAppService x) => x.GetAsync(car, default)));
    }

    [Fact]
    public async Task Should_Correct_By_Reversal_Only()
    {
        var car = await _app.StockAsync(Seller);
        var expense = await _app.SpendAsync(Seller, car, 5_000);

        await _app.CorrectAsync(expense, 6_000);
        await _app.CorrectAsync(expense, 6_000); // nothing changes

        (await _app.EntriesAsync(LedgerDocumentType.Expense, expense)).ShouldBe(["Restoration Stock<Advance 5000", "-Restoration Advance<Stock 5000", "Restoration Stock<Advance 6000"]);
        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(606_000);
    }

    [Fact]
    public async Task Should_Refuse_In_The_Database_What_Would_Falsify_The_Books()
    {
        var car = await _app.StockAsync(Seller);
        var posted = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().SingleAsync(x => x.DocumentId == car));

        await Should.ThrowAsync<Exception>(() => _app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.Id == posted.Id).ExecuteUpdateAsync(row => row.SetProperty(x => x.Kopecks, 1))));
        await Should.ThrowAsync<Exception>(() => _app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.Id == posted.Id).ExecuteDeleteAsync()));
        await Should.ThrowAsync<Exception>(() => _app.InsertEntryAsync(entry => entry.Kopecks = 0));
        await Should.ThrowAsync<Exception>(() => _app.InsertEntryAsync(entry => (entry.Credit, entry.CreditOwner) = (entry.Debit, entry.DebitOwner)));
        await Should.ThrowAsync<Exception>(() => _app.InsertEntryAsync(entry => entry.DebitOwner = null)); // an advance of nobody
        await Should.ThrowAsync<Exception>(() => _app.InsertEntryAsync(entry => entry.Reverses = posted.Id)); // no mirror of it
        await _app.InsertEntryAsync(_ => { }); // what is refused above is refused for its fault
    }

    [Fact]
    public async Task Should_Take_A_Deposit_And_Give_It_Back_Or_Keep_It()
    {
        var car = await _app.StockAsync(Seller);
        var first = await _app.OfferAsync(Seller, car, 700_000);
        await _app.ReceiveAsync(Seller, first, 50_000, key: "press");
        await _app.ReceiveAsync(Seller, first, 50_000, key: "press");

        (await CarAsync(car)).Status.ShouldBe(CarStatus.Reserved);
        (await _app.BalanceAsync(LedgerAccountRef.Deposits(first))).ShouldBe(-50_000);
        (await Should.ThrowAsync<BusinessException>(() => _app.ReceiveAsync(Seller, first, 650_000.01m))).Code.ShouldBe(SaleAutoErrorCodes.Resales.TooMuch);
        await CancelAsync(first, keepsDeposit: false);
        (await CarAsync(car)).Status.ShouldBe(CarStatus.Ready);
        (await _app.BalanceAsync(LedgerAccountRef.Deposits(first))).ShouldBe(0);

        var company = await _app.BalanceAsync(LedgerAccountRef.Company);
        var second = await _app.OfferAsync(Seller, car, 700_000);
        await _app.ReceiveAsync(Seller, second, 30_000, ReceiptMethod.BankTransfer);
        await CancelAsync(second, keepsDeposit: true);
        (await _app.BalanceAsync(LedgerAccountRef.Company)).ShouldBe(company - 30_000);

        var third = await _app.OfferAsync(Seller, car, 700_000);
        await _app.ReceiveAsync(Seller, third, 100_000, ReceiptMethod.Card);
        await _app.ReceiveAsync(Seller, third, 600_000);
        (await CarAsync(car)).Status.ShouldBe(CarStatus.Sold);
        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car))).ShouldBe(-100_000);
    }

    [Fact]
    public async Task Should_Keep_A_Car_For_Whoever_Paid_A_Part()
    {
        var car = await _app.StockAsync(Seller);
        var deposit = new TakeDepositInput { Price = 700_000, Amount = 100_000, Method = ReceiptMethod.Cash, Key = "deposit" };
        await _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.TakeDepositAsync(car, deposit, default)));

        (await Should.ThrowAsync<BusinessException>(() => _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.PutOnSaleAsync(car, 750_000, default))))).Code.ShouldBe(SaleAutoErrorCodes.Resales.HasDeposit);
        (await Should.ThrowAsync<BusinessException>(() => _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.TakeDepositAsync(car, deposit with { Key = "another" }, default))))).Code.ShouldBe(SaleAutoErrorCodes.Resales.AnotherIsOpen);
        await Should.ThrowAsync<InputValidationException>(() => _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.TakeDepositAsync(car, deposit with { Amount = 1.005m }, default))));
        var rest = new RecordResaleInput { Amount = 700_000, Method = ReceiptMethod.BankTransfer };
        (await Should.ThrowAsync<BusinessException>(() => _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.RecordResaleAsync(car, rest, default))))).Code.ShouldBe(SaleAutoErrorCodes.Resales.SaleHasChanged);
        var agreed = (await _app.ByAsync(Seller, (ISellerCarAppService x) => x.GetAsync(car, default))).AgreedResale!;
        (await Should.ThrowAsync<BusinessException>(() => _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.CancelResaleAsync(car, Guid.NewGuid(), new CancelResaleInput(), default)))))
            .Code.ShouldBe(SaleAutoErrorCodes.Resales.SaleHasChanged);
        await _app.ByAsync(Seller, (ISellerCarAppService x) => Done(x.RecordResaleAsync(car, rest with { AgreedResaleId = agreed.Id }, default)));

        (await CarAsync(car)).Status.ShouldBe(CarStatus.Sold);
        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car))).ShouldBe(-100_000);
    }

    [Fact]
    public async Task Should_Let_Late_Expenses_In_Only_When_The_Owner_Reopens_The_Car()
    {
        var car = await _app.StockAsync(Seller);
        var resale = await _app.OfferAsync(Seller, car, 700_000);
        await _app.ReceiveAsync(Seller, resale, 700_000);
        (await Should.ThrowAsync<BusinessException>(() => _app.SpendAsync(Seller, car, 10_000))).Code.ShouldBe(SaleAutoErrorCodes.Expenses.CarIsSold);

        await ChangeCarAsync(car, x => x.Reopen("Счёт пришёл позже", _app.Clock.Now));
        await _app.SpendAsync(Seller, car, 10_000);
        await ChangeCarAsync(car, x => x.Shut());

        (await _app.EntriesAsync(LedgerDocumentType.Resale, resale)).TakeLast(2).ShouldBe(["-CostOfSale Stock<CarProfit 600000", "CostOfSale CarProfit<Stock 610000"]);
        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car))).ShouldBe(-90_000);
        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(0);
        (await Should.ThrowAsync<BusinessException>(() => _app.SpendAsync(Seller, car, 1))).Code.ShouldBe(SaleAutoErrorCodes.Expenses.CarIsSold);
    }

    [Fact]
    public async Task Should_Let_The_Owner_Decide_On_A_Large_Expense()
    {
        var car = await _app.StockAsync(Seller);
        var large = await _app.SpendAsync(Seller, car, 50_000.01m);
        var refused = await _app.SpendAsync(Seller, car, 99_000);

        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(600_000);
        await DecideAsync(large, (desk, row, token) => desk.ApproveAsync(row, Owner, token));
        await DecideAsync(refused, (_, row, _) => Done(() => row.Reject(Owner, "Дорого", _app.Clock.Now)));

        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(650_000.01m);
        (await _app.EntriesAsync(LedgerDocumentType.Expense, refused)).ShouldBeEmpty();
        (await Should.ThrowAsync<BusinessException>(() => DecideAsync(large, (desk, row, token) => desk.ApproveAsync(row, Owner, token)))).Code.ShouldBe(SaleAutoErrorCodes.Expenses.WrongStatus);
    }

    [Fact]
    public async Task Should_Count_An_Expense_Once_Its_Receipt_Is_There()
    {
        var car = await _app.StockAsync(Seller);
        var facts = new ExpenseFacts(ExpenseCategory.Repair, 7_000, DateOnly.FromDateTime(_app.Clock.Now), null, EvidenceFileId: null);
        var expense = await _app.DoAsync(Seller, async (services, token) =>
        {
            var row = await services.GetRequiredService<ExpenseManager>().CreateAsync(Guid.CreateVersion7(), car, Seller, facts, 50_000, token);
            services.GetRequiredService<IRepository<Expense>>().Insert(row);
            return row.Id;
        });

        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(600_000);
        (await Should.ThrowAsync<BusinessException>(() => DecideAsync(expense, (desk, row, token) => desk.ApproveAsync(row, Owner, token)))).Code.ShouldBe(SaleAutoErrorCodes.Expenses.WrongStatus);
        var receipt = await _app.UploadAsync(Seller);
        await DecideAsync(expense, (desk, row, token) => desk.CorrectAsync(row, facts with { EvidenceFileId = receipt }, 50_000, token));
        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(607_000);
    }

    [Fact]
    public async Task Should_Show_The_Loss_Of_A_Car_That_Was_Given_Up()
    {
        var car = await _app.StockAsync(Seller);
        await _app.SpendAsync(Seller, car, 5_000);

        await ChangeCarAsync(car, x => x.WriteOff("Сгорела", _app.Clock.Now));

        (await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe(0);
        (await _app.ByAsync(Owner, (ICarProfitAppService x) => x.GetAsync(car, default))).Profit.ShouldBe(-605_000);
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private Task<Car> CarAsync(Guid id) => _app.InDatabaseAsync(db => db.Set<Car>().SingleAsync(x => x.Id == id));

    private Task<Guid> ChangeCarAsync(Guid id, Action<Car> change) => _app.DoAsync(Owner, async (services, token) =>
    {
        change(await services.GetRequiredService<IRepository<Car>>().GetAsync(id, token));
        return id;
    });

    private Task<Guid> CancelAsync(Guid resaleId, bool keepsDeposit) => _app.DoAsync(Seller, async (services, token) =>
    {
        (await services.GetRequiredService<IResaleRepository>().GetAsync(resaleId, token)).Cancel(keepsDeposit);
        return resaleId;
    });

    private Task<Guid> DecideAsync(Guid expenseId, Func<ExpenseManager, Expense, CancellationToken, Task> decide) => _app.DoAsync(Owner, async (services, token) =>
    {
        await decide(services.GetRequiredService<ExpenseManager>(), await services.GetRequiredService<IRepository<Expense>>().GetAsync(expenseId, token), token);
        return expenseId;
    });
}

public sealed class Ledger_OnSqlite_Tests(SqliteDatabase database) : Ledger_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Ledger_OnPostgreSql_Tests(PostgreSqlDatabase database) : Ledger_Tests(database), IClassFixture<PostgreSqlDatabase>;
