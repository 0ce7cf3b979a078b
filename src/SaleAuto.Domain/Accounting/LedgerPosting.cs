namespace SaleAuto.Accounting;

/// <summary>What entries are written for: the source document.</summary>
/// <param name="Type">What kind of document.</param>
/// <param name="Id">Its id.</param>
public readonly record struct LedgerDocument(LedgerDocumentType Type, Guid Id);

/// <summary>An account with its owner.</summary>
/// <param name="Account">The account.</param>
/// <param name="OwnerId">The place, person, deal, car or resale; null for an account of the company as a whole.</param>
public readonly record struct LedgerAccountRef(LedgerAccount Account, Guid? OwnerId)
{
    /// <summary>The company's own share.</summary>
    public static LedgerAccountRef Company { get; } = new(LedgerAccount.Company, null);

    /// <summary>Kept for costs of the company.</summary>
    public static LedgerAccountRef Reserve { get; } = new(LedgerAccount.Reserve, null);

    /// <summary>Money that the owners put in.</summary>
    public static LedgerAccountRef Capital { get; } = new(LedgerAccount.Capital, null);

    /// <summary>Costs of the company.</summary>
    public static LedgerAccountRef Costs { get; } = new(LedgerAccount.Costs, null);

    /// <summary>Money in a place.</summary>
    public static LedgerAccountRef CashPlace(Guid placeId) => new(LedgerAccount.CashPlace, placeId);

    /// <summary>Money with a seller.</summary>
    public static LedgerAccountRef Advance(Guid staffId) => new(LedgerAccount.Advance, staffId);

    /// <summary>Paid in a deal whose car is not in stock yet.</summary>
    public static LedgerAccountRef DealPayments(Guid dealId) => new(LedgerAccount.DealPayments, dealId);

    /// <summary>What a car in stock cost.</summary>
    public static LedgerAccountRef Stock(Guid carId) => new(LedgerAccount.Stock, carId);

    /// <summary>Paid by the buyer of a resale.</summary>
    public static LedgerAccountRef Deposits(Guid resaleId) => new(LedgerAccount.Deposits, resaleId);

    /// <summary>Profit of a car that left the stock.</summary>
    public static LedgerAccountRef CarProfit(Guid carId) => new(LedgerAccount.CarProfit, carId);

    /// <summary>Shares of profit of a person.</summary>
    public static LedgerAccountRef Person(Guid staffId) => new(LedgerAccount.Person, staffId);
}

/// <summary>A movement that the books should show.</summary>
/// <param name="Kind">What it records.</param>
/// <param name="Debit">The account that receives.</param>
/// <param name="Credit">The account that gives.</param>
/// <param name="Amount">Roubles in whole kopecks, above zero.</param>
/// <param name="CarId">The car that it belongs to.</param>
public sealed record LedgerPosting(LedgerEntryKind Kind, LedgerAccountRef Debit, LedgerAccountRef Credit, decimal Amount, Guid? CarId)
{
    /// <summary>A movement whose sum may be negative, as the profit of a car may be: then it goes the other way. Nothing for zero.</summary>
    public static IEnumerable<LedgerPosting> Of(LedgerEntryKind kind, LedgerAccountRef debit, LedgerAccountRef credit, decimal amount, Guid? carId) => amount switch
    {
        > 0 => [new(kind, debit, credit, amount, carId)],
        < 0 => [new(kind, credit, debit, -amount, carId)],
        _ => [],
    };
}
