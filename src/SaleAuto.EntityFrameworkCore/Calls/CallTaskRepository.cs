using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Calls;

internal sealed class CallTaskRepository(SaleAutoDbContext db) : EfRepository<CallTask>(db), ICallTaskRepository
{
    public async Task<IReadOnlyList<CallTask>> GetOpenAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await Db.Set<CallTask>()
            .Where(x => x.LeadId == leadId && (x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress))
            .LoadAsync(cancellationToken);
        return [.. Db.Set<CallTask>().Local.Where(x => x.LeadId == leadId && x.IsOpen).OrderBy(x => x.DueAt)];
    }
}
