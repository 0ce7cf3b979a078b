using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Seeding;

namespace SaleAuto.Accounting;

/// <summary>Opens the books of a company that worked with the program before it had any; once, because afterwards they are not empty.</summary>
internal sealed class OpeningBooksContributor(SaleAutoDbContext db, OpeningBooks books, IUnitOfWork unitOfWork) : IDataSeedContributor
{
    public int Order => 50;

    public bool IsDemo => false;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<LedgerEntry>().AnyAsync(cancellationToken))
        {
            return;
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                List<object> documents =
                [
                    .. await db.Set<Deal>().AsNoTracking().Where(x => x.PaidAt != null).ToListAsync(token),
                    .. await db.Set<Car>().AsNoTracking().ToListAsync(token),
                    .. await db.Set<Expense>().AsNoTracking().ToListAsync(token),
                    .. await db.Set<Resale>().AsNoTracking().ToListAsync(token),
                ];
                await books.PostAsync(documents, token);
                return documents.Count;
            },
            cancellationToken);
        db.ChangeTracker.Clear();
    }
}
