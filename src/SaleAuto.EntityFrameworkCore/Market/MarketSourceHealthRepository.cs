using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Market;

internal sealed class MarketSourceHealthRepository(SaleAutoDbContext db) : EfRepository<MarketSourceHealth>(db), IMarketSourceHealthRepository
{
    public async Task<IReadOnlyList<MarketSourceHealth>> GetListAsync(CancellationToken cancellationToken) =>
        await Db.Set<MarketSourceHealth>().OrderBy(x => x.Source).ToListAsync(cancellationToken);
}
