using SaleAuto.Repositories;

namespace SaleAuto.Valuations;

/// <summary>Valuations and the claims of nodes on them.</summary>
public interface IValuationRepository : IRepository<Valuation>
{
    /// <summary>The valuation of the lead, or null.</summary>
    Task<Valuation?> FindByLeadAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>Claims pending rows that are due, for this node alone until the lease ends, and counts the try.</summary>
    /// <returns>Ids of the claimed rows.</returns>
    Task<IReadOnlyList<Guid>> ClaimDueAsync(int most, DateTime now, TimeSpan lease, CancellationToken cancellationToken);
}
