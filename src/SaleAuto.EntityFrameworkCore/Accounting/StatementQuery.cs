using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;

namespace SaleAuto.Accounting;

internal sealed class StatementQuery(SaleAutoDbContext db) : IStatementQuery
{
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

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(LedgerAccount account, CancellationToken cancellationToken) =>
        [.. (await db.GetBalancesAsync(account, DateOnly.MaxValue, cancellationToken)).OrderByDescending(x => x.Value).Select(x => new AccountBalance(x.Key, x.Value / 100m))];
}
