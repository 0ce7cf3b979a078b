using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Accounting;

/// <summary>Balances of the accounts of <see cref="CarriedBalance"/> on any day: what was carried last, and what has moved since.</summary>
internal static class AccountBalances
{
    /// <summary>Kopecks by owner when the day ended; none for nothing.</summary>
    public static async Task<Dictionary<Guid, long>> GetBalancesAsync(this SaleAutoDbContext db, LedgerAccount account, DateOnly day, CancellationToken cancellationToken) =>
        await db.PartsOf(account, await db.FindCarriedDayAsync(day, cancellationToken), day)
            .GroupBy(x => x.OwnerId)
            .Select(x => new { OwnerId = x.Key!.Value, Kopecks = x.Sum(part => part.Kopecks) })
            .Where(x => x.Kopecks != 0)
            .ToDictionaryAsync(x => x.OwnerId, x => x.Kopecks, cancellationToken);

    /// <summary>Kopecks of all owners together when the day ended.</summary>
    public static async Task<long> GetTotalAsync(this SaleAutoDbContext db, LedgerAccount account, DateOnly day, CancellationToken cancellationToken) =>
        await db.PartsOf(account, await db.FindCarriedDayAsync(day, cancellationToken), day).SumAsync(x => x.Kopecks, cancellationToken);

    /// <summary>Kopecks of one owner, of all that is in the database.</summary>
    public static async Task<long> GetBalanceAsync(this SaleAutoDbContext db, LedgerAccount account, Guid ownerId, CancellationToken cancellationToken) =>
        await db.PartsOf(account, await db.FindCarriedDayAsync(DateOnly.MaxValue, cancellationToken), DateOnly.MaxValue).Where(x => x.OwnerId == ownerId).SumAsync(x => x.Kopecks, cancellationToken);

    /// <summary>The last day up to that one whose balances are kept; before the first there was nothing.</summary>
    public static async Task<DateOnly> FindCarriedDayAsync(this SaleAutoDbContext db, DateOnly until, CancellationToken cancellationToken) =>
        await db.Set<CarriedBalance>().Where(x => x.Day <= until).MaxAsync(x => (DateOnly?)x.Day, cancellationToken) ?? DateOnly.MinValue;

    // Each part stands wholly in an index.
    private static IQueryable<Part> PartsOf(this SaleAutoDbContext db, LedgerAccount account, DateOnly carried, DateOnly day) =>
        db.Set<LedgerEntry>().Where(x => x.DebitAccount == account && x.Day > carried && x.Day <= day).Select(x => new Part { OwnerId = x.DebitOwnerId, Kopecks = x.Kopecks })
            .Concat(db.Set<LedgerEntry>().Where(x => x.CreditAccount == account && x.Day > carried && x.Day <= day).Select(x => new Part { OwnerId = x.CreditOwnerId, Kopecks = -x.Kopecks }))
            .Concat(db.Set<CarriedBalance>().Where(x => x.Day == carried && x.Account == account).Select(x => new Part { OwnerId = x.OwnerId, Kopecks = x.Kopecks }));

    private sealed class Part
    {
        public Guid? OwnerId { get; init; }

        public long Kopecks { get; init; }
    }
}
