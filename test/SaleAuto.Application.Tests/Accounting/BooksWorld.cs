using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>Cars, expenses, sales and movements of money, entered as people would.</summary>
internal static class BooksWorld
{
    /// <summary>A use case of its own, with what it needs from the container.</summary>
    public static Task<T> DoAsync<T>(this TestApplication app, Guid staffId, Func<IServiceProvider, CancellationToken, Task<T>> work) =>
        app.ByAsync(staffId, (IServiceProvider services) => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(token => work(services, token), default));

    /// <summary>A car that is ready to be sold, brought in by the owners.</summary>
    public static Task<Guid> StockAsync(this TestApplication app, Guid sellerId, decimal price = 600_000, Guid? paidFromId = null) => app.DoAsync(sellerId, async (services, token) =>
    {
        var facts = new CarFacts("Kia", "Rio", 2018, null, null, 80_000, null);
        var purchase = new CarPurchase(price, app.Clock.Now, paidFromId);
        var car = await services.GetRequiredService<CarManager>().CreateAsync(Guid.CreateVersion7(), null, sellerId, facts, purchase, token);
        car.MarkReady();
        services.GetRequiredService<IRepository<Car>>().Insert(car);
        return car.Id;
    });

    /// <summary>Money spent on the car.</summary>
    public static async Task<Guid> SpendAsync(this TestApplication app, Guid sellerId, Guid carId, decimal amount, string key = "")
    {
        var input = new AddExpenseInput
        {
            Amount = amount,
            Category = ExpenseCategory.Repair,
            SpentOn = DateOnly.FromDateTime(app.Clock.Now),
            EvidenceFileId = await app.UploadAsync(sellerId),
            Key = key.Length > 0 ? key : Guid.NewGuid().ToString("N"),
        };
        return (await app.ByAsync(sellerId, (ISellerCarAppService x) => x.AddExpenseAsync(carId, input, default))).ExpenseId;
    }

    /// <summary>A sale that waits for its money.</summary>
    public static Task<Guid> OfferAsync(this TestApplication app, Guid sellerId, Guid carId, decimal amount) => app.DoAsync(sellerId, async (services, token) =>
    {
        var resale = await services.GetRequiredService<ResaleManager>().BeginAsync(Guid.CreateVersion7(), carId, sellerId, amount, ReceiptMethod.Cash, null, token);
        services.GetRequiredService<IResaleRepository>().Insert(resale);
        return resale.Id;
    });

    /// <summary>Money of the buyer.</summary>
    public static Task<Guid> ReceiveAsync(this TestApplication app, Guid sellerId, Guid resaleId, decimal amount, ReceiptMethod method = ReceiptMethod.Cash, string? key = null) =>
        app.DoAsync(sellerId, async (services, token) =>
        {
            var resale = await services.GetRequiredService<IResaleRepository>().GetAsync(resaleId, token);
            await services.GetRequiredService<ResaleManager>().ReceiveAsync(resale, new ResaleMoney(amount, method, null, sellerId, key ?? Guid.NewGuid().ToString("N")), token);
            return resale.Id;
        });

    /// <summary>A movement of money.</summary>
    public static Task<Guid> MoveAsync(this TestApplication app, Guid staffId, CashOperationKind kind, decimal amount, Guid? person = null, Guid? placeId = null, Guid? toPlaceId = null) =>
        app.DoAsync(staffId, async (services, token) =>
        {
            var movement = new CashMovement(kind, amount, placeId ?? CashPlace.SafeId, toPlaceId, person, null, null);
            var operation = await services.GetRequiredService<CashOperationManager>().CreateAsync(Guid.CreateVersion7(), movement, token);
            services.GetRequiredService<IRepository<CashOperation>>().Insert(operation);
            return operation.Id;
        });

    /// <summary>What an account holds.</summary>
    public static Task<decimal> BalanceAsync(this TestApplication app, LedgerAccountRef account) =>
        app.RunAsync((ILedgerRepository ledger) => ledger.GetBalanceAsync(account, default));

    /// <summary>What the books show for a document, oldest first: reversals begin with a minus.</summary>
    public static async Task<IReadOnlyList<string>> EntriesAsync(this TestApplication app, LedgerDocumentType type, Guid id) =>
    [
        .. (await app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.DocumentType == type && x.DocumentId == id).OrderBy(x => x.Revision).ThenBy(x => x.Line).ToListAsync()))
            .Select(x => $"{(x.ReversesId is null ? "" : "-")}{x.Kind} {x.Debit.Account}<{x.Credit.Account} {FormattableString.Invariant($"{x.Amount:0.##}")}"),
    ];

    /// <summary>Another sum on the receipt.</summary>
    public static Task<Guid> CorrectAsync(this TestApplication app, Guid expenseId, decimal amount) => app.DoAsync(Seller, async (services, token) =>
    {
        var row = await services.GetRequiredService<IRepository<Expense>>().GetAsync(expenseId, token);
        await services.GetRequiredService<ExpenseManager>().CorrectAsync(row, new ExpenseFacts(row.Category, amount, row.SpentOn, row.Note, row.EvidenceFileId), 30_000, token);
        return row.Id;
    });

    /// <summary>An entry past the domain, as nobody should write one.</summary>
    public static Task<int> InsertEntryAsync(this TestApplication app, Action<RawEntry> spoil) => app.InDatabaseAsync(db =>
    {
        var entry = new RawEntry { Day = new DateOnly(2099, 1, 1) };
        spoil(entry);
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "LedgerEntries" ("Id", "Day", "PostedAt", "Kind", "DebitAccount", "DebitOwnerId", "CreditAccount", "CreditOwnerId", "Kopecks", "DocumentType", "DocumentId", "Revision", "Line", "ReversesId")
            VALUES ({Guid.CreateVersion7()}, {entry.Day}, {app.Clock.Now}, 'AdvanceGiven', {entry.Debit}, {entry.DebitOwner}, {entry.Credit}, {entry.CreditOwner}, {entry.Kopecks}, 'CashOperation', {Guid.CreateVersion7()}, 1, 0, {entry.Reverses})
            """);
    });

    /// <summary>Columns of an entry that the database accepts, until they are spoilt.</summary>
    public sealed class RawEntry
    {
        public DateOnly Day { get; set; }

        public string Debit { get; set; } = "Advance";

        public Guid? DebitOwner { get; set; } = Seller;

        public string Credit { get; set; } = "CashPlace";

        public Guid? CreditOwner { get; set; } = CashPlace.SafeId;

        public long Kopecks { get; set; } = 100;

        public Guid? Reverses { get; set; }
    }
}
