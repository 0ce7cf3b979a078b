using Microsoft.EntityFrameworkCore;
using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.Valuations;

namespace SaleAuto.Calls;

internal sealed class CallDeskQuery(SaleAutoDbContext db) : ICallDeskQuery
{
    private const int MostAttempts = 50;

    private IQueryable<CallTask> Open => db.Set<CallTask>().AsNoTracking().Where(x => x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress);

    public async Task<IReadOnlyList<QueuedCallRow>> GetQueueAsync(int most, CancellationToken cancellationToken) =>
        await Rows(Open.OrderBy(x => x.DueAt).ThenBy(x => x.Id).Take(most)).OrderBy(x => x.DueAt).ThenBy(x => x.TaskId).ToListAsync(cancellationToken);

    public Task<int> CountOpenAsync(CancellationToken cancellationToken) => Open.CountAsync(cancellationToken);

    public async Task<CallRow?> FindAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var tasks = db.Set<CallTask>().AsNoTracking().Where(x => x.Id == taskId);
        var rows = from call in Rows(tasks)
                   join task in tasks on call.TaskId equals task.Id
                   join lead in db.Set<Lead>() on call.LeadId equals lead.Id
                   select new CallRow
                   {
                       Call = call,
                       MileageKm = lead.MileageKm,
                       Condition = lead.Condition,
                       Source = lead.Source,
                       ConditionsExplained = lead.ConditionsExplainedAt != null,
                       MarketAverage = db.Set<Valuation>().Where(x => x.LeadId == lead.Id).Select(x => x.MarketAverage).FirstOrDefault(),
                       Outcome = task.Outcome,
                       DealId = db.Set<Deal>().Where(x => x.CallTaskId == task.Id).Select(x => (Guid?)x.Id).FirstOrDefault(),
                   };
        return await rows.FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<CallAttemptRow>> GetAttemptsAsync(Guid leadId, CancellationToken cancellationToken) => await (
        from attempt in db.Set<CallAttempt>()
        where attempt.LeadId == leadId || db.Set<Lead>().Any(x => x.Id == attempt.LeadId && x.JoinedLeadId == leadId)
        join staff in db.Users on attempt.ManagerId equals staff.Id into managers
        from manager in managers.DefaultIfEmpty()
        orderby attempt.At descending, attempt.Id descending
        select new CallAttemptRow(attempt.Id, attempt.At, attempt.Outcome, attempt.Note, manager == null ? null : manager.FullName, attempt.WasLate))
        .Take(MostAttempts)
        .ToListAsync(cancellationToken);

    private IQueryable<QueuedCallRow> Rows(IQueryable<CallTask> tasks) =>
        from task in tasks
        join lead in db.Set<Lead>() on task.LeadId equals lead.Id
        join found in db.Set<Valuation>() on lead.Id equals found.LeadId into valuations
        from valuation in valuations.DefaultIfEmpty()
        select new QueuedCallRow
        {
            TaskId = task.Id,
            Kind = task.Kind,
            Status = task.Status,
            PromisedAt = task.PromisedAt,
            DueAt = task.DueAt,
            WasMissed = task.WasMissed,
            TakenAt = task.TakenAt,
            ManagerId = task.ManagerId,
            ManagerName = db.Users.Where(x => x.Id == task.ManagerId).Select(x => x.FullName).FirstOrDefault(),
            ResponsibleName = db.Users.Where(x => x.Id == task.ResponsibleId).Select(x => x.FullName).FirstOrDefault(),
            Attempts = db.Set<CallAttempt>().Count(x => x.LeadId == lead.Id),
            LeadId = lead.Id,
            LeadNumber = lead.Number,
            LeadKind = lead.Kind,
            LeadStatus = lead.Status,
            Name = lead.Name,
            Phone = lead.Phone,
            Plate = lead.Plate,
            ValuationStatus = valuation == null ? null : valuation.Status,
            Make = valuation == null ? null : valuation.Make,
            Model = valuation == null ? null : valuation.Model,
            Year = valuation == null ? null : valuation.Year,
            OfferLow = valuation == null ? null : valuation.OfferLow,
            OfferHigh = valuation == null ? null : valuation.OfferHigh,
            NamedPrice = lead.NamedPrice,
            Opinion = lead.Opinion,
            ExpectedPrice = lead.ExpectedPrice,
        };
}
