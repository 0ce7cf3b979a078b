using SaleAuto.Leads;
using SaleAuto.Repositories;

namespace SaleAuto.Calls;

/// <summary>Call tasks.</summary>
public interface ICallTaskRepository : IRepository<CallTask>
{
    /// <summary>The lead's open tasks, soonest first, those added in this unit of work included.</summary>
    Task<IReadOnlyList<CallTask>> GetOpenAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>How often the lead was called without success, and since when.</summary>
    Task<FailedCalls> GetFailedAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>Fields that a manager corrected in the lead since the moment.</summary>
    Task<IReadOnlyList<LeadField>> GetLearnedAsync(Guid leadId, Guid managerId, DateTime since, CancellationToken cancellationToken);

    /// <summary>Waiting tasks whose reminder is due, longest waiting first.</summary>
    Task<IReadOnlyList<Guid>> GetToRemindAsync(DateTime now, int most, CancellationToken cancellationToken);
}

/// <summary>Calls of a lead without success.</summary>
public sealed record FailedCalls(int Count, DateTime? FirstAt);
