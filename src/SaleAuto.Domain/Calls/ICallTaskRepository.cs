using SaleAuto.Repositories;

namespace SaleAuto.Calls;

/// <summary>Call tasks.</summary>
public interface ICallTaskRepository : IRepository<CallTask>
{
    /// <summary>The lead's open tasks, soonest first, those added in this unit of work included.</summary>
    Task<IReadOnlyList<CallTask>> GetOpenAsync(Guid leadId, CancellationToken cancellationToken);
}
