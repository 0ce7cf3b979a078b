using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.Resales;

namespace SaleAuto.Reports;

internal sealed class DayReportQuery(SaleAutoDbContext db, TimeProvider clock) : IDayReportQuery
{
    private static readonly CallTaskKind[] _firstCalls = [.. Enum.GetValues<CallTaskKind>().Except([CallTaskKind.Repeat, CallTaskKind.Decision])];

    public async Task<DayReport> GetAsync(DateTime from, DateTime to, DateTime nextDay, DateTime nextDayEnd, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var leads = await db.Set<Lead>()
            .Where(x => x.ConfirmedAt >= from && x.ConfirmedAt < to && x.CloseReason != LeadCloseReason.Duplicate)
            .GroupBy(x => x.Kind)
            .Select(x => new { Kind = x.Key, Count = x.Count() })
            .ToListAsync(cancellationToken);
        var late = await db.Set<CallTask>().CountAsync(
            x => x.DueAt >= from && x.DueAt < to && x.DueAt < now && _firstCalls.Contains(x.Kind) && (x.TakenAt > x.DueAt || (x.TakenAt == null && x.Status == CallTaskStatus.Pending)),
            cancellationToken);
        var bought = await db.Set<Deal>()
            .Where(x => x.CompletedAt >= from && x.CompletedAt < to)
            .GroupBy(_ => 1)
            .Select(x => new { Count = x.Count(), Sum = x.Sum(deal => deal.AgreedPrice!.Value) })
            .FirstOrDefaultAsync(cancellationToken);
        var sold = await db.Set<Resale>()
            .Where(x => x.ReceivedAt >= from && x.ReceivedAt < to && x.Status != ResaleStatus.Cancelled)
            .GroupBy(_ => 1)
            .Select(x => new { Count = x.Count(), Sum = x.Sum(resale => resale.Amount) })
            .FirstOrDefaultAsync(cancellationToken);
        return new DayReport
        {
            Buyouts = leads.Where(x => x.Kind == LeadKind.Buyout).Sum(x => x.Count),
            CallRequests = leads.Where(x => x.Kind == LeadKind.CallRequest).Sum(x => x.Count),
            CallsLate = late,
            Bought = bought?.Count ?? 0,
            BoughtFor = bought?.Sum ?? 0,
            Sold = sold?.Count ?? 0,
            SoldFor = sold?.Sum ?? 0,
            Rejected = await db.Set<Deal>().CountAsync(x => x.RejectedAt >= from && x.RejectedAt < to, cancellationToken),
            Tomorrow = await db.Set<Deal>().CountAsync(x => x.StartsAt >= nextDay && x.StartsAt < nextDayEnd && x.RejectedAt == null && x.CompletedAt == null, cancellationToken),
        };
    }
}
