using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Market;

internal sealed class MarketSnapshotRepository(SaleAutoDbContext db) : EfRepository<MarketSnapshot>(db), IMarketSnapshotRepository
{
    public async Task<IReadOnlyList<MarketSnapshot>> GetListAsync(MarketQuery query, CancellationToken cancellationToken) =>
        await Db.Set<MarketSnapshot>()
            .Where(x => x.Make == query.Make && x.Model == query.Model && x.YearFrom == query.YearFrom && x.YearTo == query.YearTo)
            .ToListAsync(cancellationToken);

    public async Task DeleteTakenBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        await Db.Set<MarketSnapshot>().Where(x => x.TakenAt < moment).ExecuteDeleteAsync(cancellationToken);
}
