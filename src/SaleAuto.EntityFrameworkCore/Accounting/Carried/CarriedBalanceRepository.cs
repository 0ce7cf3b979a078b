using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Accounting;

internal sealed class CarriedBalanceRepository(SaleAutoDbContext db) : ICarriedBalanceRepository
{
    public Task<DateOnly?> FindLastDayAsync(CancellationToken cancellationToken) => db.Set<CarriedBalance>().MaxAsync(x => (DateOnly?)x.Day, cancellationToken);

    public Task<DateOnly?> FindFirstEntryDayAsync(CancellationToken cancellationToken) => db.Set<LedgerEntry>().MinAsync(x => (DateOnly?)x.Day, cancellationToken);

    public async Task CarryAsync(DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var account in CarriedBalance.Accounts)
        {
            var balances = await db.GetBalancesAsync(account, day, cancellationToken);
            db.AddRange(balances.Select(x => new CarriedBalance { Day = day, Account = account, OwnerId = x.Key, Kopecks = x.Value }));
        }
    }
}
