using SaleAuto.Expenses;

namespace SaleAuto.Cars;

/// <summary>Stock cars as the seller who is responsible for them sees them.</summary>
public interface ISellerCarQuery
{
    /// <summary>The seller's cars in stock, the latest first; one command.</summary>
    Task<IReadOnlyList<Car>> GetInStockAsync(Guid sellerId, int most, CancellationToken cancellationToken);

    /// <summary>The expense of the car that was entered by that message, or null.</summary>
    Task<Guid?> FindExpenseAsync(Guid carId, string key, CancellationToken cancellationToken);

    /// <summary>Expenses that may be the same, the latest first, at most 10; one command.</summary>
    Task<IReadOnlyList<SimilarExpense>> FindSimilarAsync(ExpenseLook look, CancellationToken cancellationToken);
}

/// <summary>What an expense looks like. Only expenses of the person, or of the car, are compared.</summary>
public sealed record ExpenseLook(Guid CarId, Guid StaffId, decimal Amount, DateOnly SpentOn, Guid? EvidenceFileId, string? EvidenceKey, Guid? ExceptId);

/// <summary>An expense that may be the same.</summary>
public sealed record SimilarExpense(Guid Id, string CarNumber, ExpenseCategory Category, decimal Amount, DateOnly SpentOn, bool IsSamePicture);
