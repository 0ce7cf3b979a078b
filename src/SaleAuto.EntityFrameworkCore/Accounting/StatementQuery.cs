using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;

namespace SaleAuto.Accounting;

internal sealed class StatementQuery(SaleAutoDbContext db) : IStatementQuery
{
    private const int MostAccounts = 500;

    public async Task<IReadOnlyList<StatementLine>> GetLatestAsync(LedgerAccountRef account, int most, CancellationToken cancellationToken)
    {
        var (of, owner) = (account.Account, account.OwnerId);
        return await (
                from entry in db.Set<LedgerEntry>()
                where (entry.DebitAccount == of && entry.DebitOwnerId == owner) || (entry.CreditAccount == of && entry.CreditOwnerId == owner)
                join car in db.Set<Car>() on entry.CarId equals car.Id into cars
                from car in cars.DefaultIfEmpty()
                orderby entry.Day descending, entry.PostedAt descending, entry.Id descending
                select new StatementLine(
                    entry.Day,
                    entry.Kind,
                    (entry.DebitAccount == of && entry.DebitOwnerId == owner ? entry.Kopecks : -entry.Kopecks) / 100m,
                    entry.CarId,
                    car == null ? null : car.Number,
                    entry.DocumentType,
                    entry.DocumentId,
                    entry.Reason))
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(LedgerAccount account, CancellationToken cancellationToken)
    {
        var received = db.Set<LedgerEntry>().Where(x => x.DebitAccount == account).Select(x => new { OwnerId = x.DebitOwnerId, x.Kopecks });
        var given = db.Set<LedgerEntry>().Where(x => x.CreditAccount == account).Select(x => new { OwnerId = x.CreditOwnerId, Kopecks = -x.Kopecks });
        var rows = await received.Concat(given)
            .GroupBy(x => x.OwnerId)
            .Select(x => new { x.Key, Kopecks = x.Sum(e => e.Kopecks) })
            .Where(x => x.Key != null && x.Kopecks != 0)
            .OrderByDescending(x => x.Kopecks)
            .Take(MostAccounts)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(x => new AccountBalance(x.Key!.Value, x.Kopecks / 100m))];
    }
}
