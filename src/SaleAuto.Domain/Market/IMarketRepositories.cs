using SaleAuto.Repositories;

namespace SaleAuto.Market;

/// <summary>Kept answers of market sources; one row a source and query.</summary>
public interface IMarketSnapshotRepository : IRepository<MarketSnapshot>
{
    /// <summary>The kept answer of every source to exactly this query, old ones too.</summary>
    Task<IReadOnlyList<MarketSnapshot>> GetListAsync(MarketQuery query, CancellationToken cancellationToken);

    /// <summary>Removes at once, outside the unit of work, the answers that are too old to be used.</summary>
    Task DeleteTakenBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}

/// <summary>Health records; one row a source.</summary>
public interface IMarketSourceHealthRepository : IRepository<MarketSourceHealth>
{
    /// <summary>All records, by name of the source.</summary>
    Task<IReadOnlyList<MarketSourceHealth>> GetListAsync(CancellationToken cancellationToken);
}
