using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;

namespace SaleAuto.Accounting.Distributions;

internal sealed class ShareStatementQuery(SaleAutoDbContext db) : IShareStatementQuery
{
    public async Task<IReadOnlyList<ShareStatementEntry>> GetEntriesAsync(Guid staffId, int skip, int most, CancellationToken cancellationToken)
    {
        var entries = await EntriesOf(staffId).AsNoTracking()
            .OrderByDescending(x => x.PostedAt).ThenByDescending(x => x.Revision).ThenByDescending(x => x.Line).ThenBy(x => x.Id)
            .Skip(skip).Take(most)
            .ToListAsync(cancellationToken);
        var carIds = entries.Select(x => x.CarId).OfType<Guid>().Distinct().ToList();
        var cars = await db.Set<Car>().Where(x => carIds.Contains(x.Id)).Select(x => new { x.Id, Name = x.Number + " " + x.Make + " " + x.Model }).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return [.. entries.Select(x => new ShareStatementEntry(x, x.CarId is { } id ? cars.GetValueOrDefault(id) : null))];
    }

    public async Task<IReadOnlyDictionary<LedgerEntryKind, decimal>> GetTotalsAsync(Guid staffId, CancellationToken cancellationToken) =>
        (await EntriesOf(staffId)
            .GroupBy(x => x.Kind)
            .Select(x => new { x.Key, Kopecks = x.Sum(e => e.CreditAccount == LedgerAccount.Person && e.CreditOwnerId == staffId ? e.Kopecks : -e.Kopecks) })
            .ToListAsync(cancellationToken))
        .ToDictionary(x => x.Key, x => x.Kopecks / 100m);

    public async Task<IReadOnlyList<DistributionLine>> GetLinesAsync(Guid staffId, IReadOnlyCollection<Guid> distributionIds, CancellationToken cancellationToken) =>
        await db.Set<DistributionLine>().AsNoTracking()
            .Where(x => x.StaffId == staffId && distributionIds.Contains(x.DistributionId))
            .OrderBy(x => x.Place)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, decimal>> GetBalancesAsync(CancellationToken cancellationToken)
    {
        var earned = await db.Set<LedgerEntry>().Where(x => x.CreditAccount == LedgerAccount.Person)
            .GroupBy(x => x.CreditOwnerId!.Value).Select(x => new { x.Key, Kopecks = x.Sum(e => e.Kopecks) }).ToListAsync(cancellationToken);
        var taken = await db.Set<LedgerEntry>().Where(x => x.DebitAccount == LedgerAccount.Person)
            .GroupBy(x => x.DebitOwnerId!.Value).Select(x => new { x.Key, Kopecks = -x.Sum(e => e.Kopecks) }).ToListAsync(cancellationToken);
        return earned.Concat(taken).GroupBy(x => x.Key).ToDictionary(x => x.Key, x => x.Sum(part => part.Kopecks) / 100m);
    }

    private IQueryable<LedgerEntry> EntriesOf(Guid staffId) => db.Set<LedgerEntry>().Where(x =>
        (x.CreditAccount == LedgerAccount.Person && x.CreditOwnerId == staffId) || (x.DebitAccount == LedgerAccount.Person && x.DebitOwnerId == staffId));
}
