using SaleAuto.Expenses;

namespace SaleAuto.Accounting;

/// <summary>Profit of a car with what it is made of; the same figures in the admin, the bot and the API. A seller sees the own cars, others who may see the books see all.</summary>
public interface ICarProfitAppService
{
    /// <summary>Money of the car.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is no such car, or it is somebody else's.</exception>
    Task<CarProfitDto> GetAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Money of the car, or null when the person at work may not see it.</summary>
    Task<CarProfitDto?> FindAsync(Guid carId, CancellationToken cancellationToken);
}

/// <summary>Money of a car, roubles. Profit = resale − (buyout + expenses).</summary>
/// <param name="CarId">The car.</param>
/// <param name="Number">Number for people.</param>
/// <param name="Title">Make, model and year.</param>
/// <param name="Buyout">Paid for it.</param>
/// <param name="Expenses">Spent on it.</param>
/// <param name="Cost">Both together.</param>
/// <param name="Resale">What it was sold for; null while it is ours.</param>
/// <param name="Profit">Negative for a loss; null while it is ours.</param>
/// <param name="Return">Profit as a share of the cost; null without either.</param>
/// <param name="DaysInStock">From the buyout to the sale, or to today.</param>
/// <param name="Lines">What the sums are made of, in the order in which it was recorded.</param>
public sealed record CarProfitDto(
    Guid CarId,
    string Number,
    string Title,
    decimal Buyout,
    decimal Expenses,
    decimal Cost,
    decimal? Resale,
    decimal? Profit,
    decimal? Return,
    int DaysInStock,
    IReadOnlyList<CarProfitLineDto> Lines);

/// <summary>A part of the money of a car.</summary>
/// <param name="Day">When it was recorded.</param>
/// <param name="Kind">Into stock, restoration or resale.</param>
/// <param name="Amount">Roubles; negative for what was taken back.</param>
/// <param name="DocumentType">What it was written for.</param>
/// <param name="DocumentId">Id of that.</param>
/// <param name="Category">What an expense was for.</param>
/// <param name="Note">What people wrote about it.</param>
/// <param name="Reason">Why it was taken back.</param>
public sealed record CarProfitLineDto(
    DateOnly Day, LedgerEntryKind Kind, decimal Amount, LedgerDocumentType DocumentType, Guid DocumentId, ExpenseCategory? Category, string? Note, string? Reason);
