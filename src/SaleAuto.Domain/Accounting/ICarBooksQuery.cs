namespace SaleAuto.Accounting;

/// <summary>What the books say of cars.</summary>
public interface ICarBooksQuery
{
    /// <summary>Money of a car; one command.</summary>
    Task<CarMoney> GetAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Whether expenses of the car wait for the owner or for their receipt: what it cost is not settled.</summary>
    Task<bool> HasWaitingExpensesAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>What the money of a car is made of, in the order in which it was recorded, at most 500 lines; one command. What was taken back stands with what took it back.</summary>
    Task<IReadOnlyList<CarMoneyLine>> GetLinesAsync(Guid carId, CancellationToken cancellationToken);
}

/// <summary>Money of a car, roubles.</summary>
/// <param name="Buyout">Paid for it.</param>
/// <param name="Expenses">Spent on it.</param>
/// <param name="Resale">What it was sold for; null while it is ours.</param>
/// <param name="Profit">Resale less buyout and expenses; negative for a loss; null while it is ours.</param>
public sealed record CarMoney(decimal Buyout, decimal Expenses, decimal? Resale, decimal? Profit);

/// <summary>A part of the money of a car.</summary>
/// <param name="Day">When it was recorded.</param>
/// <param name="Kind">What it is: into stock, restoration, resale.</param>
/// <param name="Amount">Roubles; negative for what was taken back.</param>
/// <param name="DocumentType">What it was written for.</param>
/// <param name="DocumentId">Id of that.</param>
/// <param name="Category">What an expense was for.</param>
/// <param name="Note">What people wrote about an expense.</param>
/// <param name="Reason">Why something was taken back.</param>
public sealed record CarMoneyLine(
    DateOnly Day, LedgerEntryKind Kind, decimal Amount, LedgerDocumentType DocumentType, Guid DocumentId, Expenses.ExpenseCategory? Category, string? Note, string? Reason);
