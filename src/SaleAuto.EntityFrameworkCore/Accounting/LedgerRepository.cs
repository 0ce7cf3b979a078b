using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Accounting;

internal sealed class LedgerRepository(SaleAutoDbContext db) : ILedgerRepository
{
    private static readonly LedgerEntryKind[] _costs = [LedgerEntryKind.IntoStock, LedgerEntryKind.Restoration];

    public async Task<IReadOnlyList<LedgerEntry>> GetByDocumentAsync(LedgerDocument document, CancellationToken cancellationToken)
    {
        var (type, id) = (document.Type, document.Id);
        var written = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(x => x.DocumentId == id && x.DocumentType == type)
            .ToListAsync(cancellationToken);
        return [.. written.Concat(Added().Where(x => x.Document == document)).OrderBy(x => x.Revision).ThenBy(x => x.Line)];
    }

    public async Task<decimal> GetBalanceAsync(LedgerAccountRef account, CancellationToken cancellationToken)
    {
        var (of, owner) = (account.Account, account.OwnerId);
        if (!CarriedBalance.Accounts.Contains(of))
        {
            return await NetAsync(x => x.DebitAccount == of && x.DebitOwnerId == owner, x => x.CreditAccount == of && x.CreditOwnerId == owner, cancellationToken);
        }
        var kopecks = await db.GetBalanceAsync(of, owner!.Value, cancellationToken) + Added().Sum(x => x.Debit == account ? x.Kopecks : x.Credit == account ? -x.Kopecks : 0);
        return kopecks / 100m;
    }

    public Task<decimal> GetCarCostAsync(Guid carId, CancellationToken cancellationToken) => NetAsync(
        x => x.CarId == carId && _costs.Contains(x.Kind) && x.DebitAccount == LedgerAccount.Stock,
        x => x.CarId == carId && _costs.Contains(x.Kind) && x.CreditAccount == LedgerAccount.Stock,
        cancellationToken);

    public void Insert(LedgerEntry entry) => db.Add(entry);

    public Task<DateOnly?> FindClosedThroughAsync(CancellationToken cancellationToken) =>
        db.Set<PeriodClosing>().MaxAsync(x => (DateOnly?)x.ClosedThrough, cancellationToken);

    // Received less given, each side by its own index.
    private async Task<decimal> NetAsync(Expression<Func<LedgerEntry, bool>> received, Expression<Func<LedgerEntry, bool>> given, CancellationToken cancellationToken)
    {
        var kopecks = await db.Set<LedgerEntry>().Where(received).SumAsync(x => x.Kopecks, cancellationToken)
            - await db.Set<LedgerEntry>().Where(given).SumAsync(x => x.Kopecks, cancellationToken)
            + Added().Where(received.Compile()).Sum(x => x.Kopecks)
            - Added().Where(given.Compile()).Sum(x => x.Kopecks);
        return kopecks / 100m;
    }

    // Entries of this unit of work that are not in the database yet.
    private List<LedgerEntry> Added() =>
        [.. db.ChangeTracker.Entries<LedgerEntry>().Where(x => x.State == EntityState.Added).Select(x => x.Entity)];
}
