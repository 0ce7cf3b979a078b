using Microsoft.EntityFrameworkCore;
using SaleAuto.Expenses;
using SaleAuto.Files;

namespace SaleAuto.Cars;

internal sealed class SellerCarQuery(SaleAutoDbContext db) : ISellerCarQuery
{
    private const int MostSimilar = 10;

    public async Task<IReadOnlyList<Car>> GetInStockAsync(Guid sellerId, int most, CancellationToken cancellationToken) =>
        await db.Set<Car>().AsNoTracking()
            .Where(x => x.SellerId == sellerId && x.Status != CarStatus.Sold && x.Status != CarStatus.WrittenOff)
            .OrderByDescending(x => x.BoughtAt).ThenBy(x => x.Id)
            .Take(most)
            .ToListAsync(cancellationToken);

    public Task<Guid?> FindExpenseAsync(Guid carId, string key, CancellationToken cancellationToken) =>
        db.Set<Expense>().Where(x => x.CarId == carId && x.Key == key).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<SimilarExpense>> FindSimilarAsync(ExpenseLook look, CancellationToken cancellationToken)
    {
        var hash = db.Set<StoredFile>().Where(x => x.Id == look.EvidenceFileId).Select(x => x.Sha256);
        var compared =
            from expense in db.Set<Expense>()
            where (expense.SpentById == look.StaffId || expense.CarId == look.CarId) && expense.Id != look.ExceptId
            join car in db.Set<Car>() on expense.CarId equals car.Id
            select new
            {
                expense.Id,
                car.Number,
                expense.Category,
                expense.Amount,
                expense.SpentOn,
                expense.CreationTime,
                IsSamePicture = (look.EvidenceKey != null && expense.EvidenceKey == look.EvidenceKey)
                    || db.Set<StoredFile>().Any(x => x.Id == expense.EvidenceFileId && hash.Contains(x.Sha256)),
            };
        return await compared
            .Where(x => x.IsSamePicture || (x.Amount == look.Amount && x.SpentOn == look.SpentOn))
            .OrderByDescending(x => x.CreationTime).ThenBy(x => x.Id)
            .Take(MostSimilar)
            .Select(x => new SimilarExpense(x.Id, x.Number, x.Category, x.Amount, x.SpentOn, x.IsSamePicture))
            .ToListAsync(cancellationToken);
    }
}
