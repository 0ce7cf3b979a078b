using Microsoft.EntityFrameworkCore;
using SaleAuto.Leads;
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

    // Counted by tasks: an attempt that is being recorded in this unit of work is not in the database yet and is left out on purpose.
    public async Task<FailedCalls> GetFailedAsync(Guid leadId, CancellationToken cancellationToken) =>
        await Db.Set<CallAttempt>()
            .Where(x => x.LeadId == leadId && x.Outcome != CallOutcome.Agreed)
            .GroupBy(x => x.LeadId)
            .Select(x => new FailedCalls(x.Count(), x.Min(a => a.At)))
            .FirstOrDefaultAsync(cancellationToken) ?? new FailedCalls(0, null);

    public async Task<IReadOnlyList<LeadField>> GetLearnedAsync(Guid leadId, Guid managerId, DateTime since, CancellationToken cancellationToken) =>
        await Db.Set<LeadHistoryEntry>()
            .Where(x => EF.Property<Guid>(x, "LeadId") == leadId && x.Kind == LeadHistoryKind.Corrected && x.ActorId == managerId && x.At >= since && x.Field != null)
            .Select(x => x.Field!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> GetToRemindAsync(DateTime now, int most, CancellationToken cancellationToken) =>
        await Db.Set<CallTask>()
            .Where(x => x.RemindAt != null && x.RemindAt <= now && x.Status == CallTaskStatus.Pending)
            .OrderBy(x => x.RemindAt).ThenBy(x => x.Id)
            .Select(x => x.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
}
