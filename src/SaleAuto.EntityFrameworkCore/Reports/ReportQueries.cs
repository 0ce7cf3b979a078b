using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Leads;

namespace SaleAuto.Reports;

internal sealed class FunnelReportQuery(SaleAutoDbContext db) : IFunnelReportQuery
{
    public async Task<FunnelRow> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var reached = db.Set<Lead>()
            .Where(x => x.ConfirmedAt >= from && x.ConfirmedAt < to && x.CloseReason != LeadCloseReason.Duplicate)
            .Select(lead => new
            {
                lead.Status,
                Valued = lead.History.Any(x => x.Kind == LeadHistoryKind.Valued || x.To == LeadStatus.Valued),
                Called = lead.History.Any(x => x.To == LeadStatus.InWork) || db.Set<CallTask>().Any(x => x.LeadId == lead.Id && x.TakenAt != null),
                Late = db.Set<CallTask>().Any(x => x.LeadId == lead.Id && x.Kind != CallTaskKind.Repeat && x.Kind != CallTaskKind.Decision && x.TakenAt > x.DueAt),
                Deal = lead.History.Any(x => x.To == LeadStatus.DealPlanned) || db.Set<Deal>().Any(x => x.LeadId == lead.Id),
                Won = lead.History.Any(x => x.To == LeadStatus.Won),
            });
        // A request that skipped a stage (a price named by hand) has passed it all the same.
        var steps = reached.Select(x => new
        {
            x.Status,
            Valued = x.Valued || x.Called || x.Deal || x.Won,
            Called = x.Called || x.Deal || x.Won,
            x.Late,
            Deal = x.Deal || x.Won,
            x.Won,
        });
        return await steps
            .GroupBy(_ => 1)
            .Select(all => new FunnelRow
            {
                Confirmed = all.Count(),
                Valued = all.Sum(x => x.Valued ? 1 : 0),
                Called = all.Sum(x => x.Called ? 1 : 0),
                CalledLate = all.Sum(x => x.Late ? 1 : 0),
                DealPlanned = all.Sum(x => x.Deal ? 1 : 0),
                Won = all.Sum(x => x.Won ? 1 : 0),
                Lost = all.Sum(x => x.Status == LeadStatus.Lost ? 1 : 0),
                Closed = all.Sum(x => x.Status == LeadStatus.Closed ? 1 : 0),
            })
            .FirstOrDefaultAsync(cancellationToken)
            ?? new FunnelRow { Confirmed = 0, Valued = 0, Called = 0, CalledLate = 0, DealPlanned = 0, Won = 0, Lost = 0, Closed = 0 };
    }
}

internal sealed class SourceReportQuery(SaleAutoDbContext db) : ISourceReportQuery
{
    private const int Most = 100;

    public async Task<IReadOnlyList<SourceRow>> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken) =>
        await db.Set<Lead>()
            .Where(x => x.ConfirmedAt >= from && x.ConfirmedAt < to && x.CloseReason != LeadCloseReason.Duplicate)
            .Select(lead => new
            {
                lead.Source,
                lead.UtmSource,
                lead.Status,
                Deal = lead.History.Any(x => x.To == LeadStatus.DealPlanned || x.To == LeadStatus.Won) || db.Set<Deal>().Any(x => x.LeadId == lead.Id),
            })
            .GroupBy(x => new { x.Source, x.UtmSource })
            .OrderByDescending(x => x.Count()).ThenBy(x => x.Key.Source).ThenBy(x => x.Key.UtmSource)
            .Take(Most)
            .Select(x => new SourceRow(
                x.Key.Source,
                x.Key.UtmSource,
                x.Count(),
                x.Sum(l => l.Deal ? 1 : 0),
                x.Sum(l => l.Status == LeadStatus.Won ? 1 : 0),
                x.Sum(l => l.Status == LeadStatus.Lost ? 1 : 0)))
            .ToListAsync(cancellationToken);
}

internal sealed class OfferReportQuery(SaleAutoDbContext db) : IOfferReportQuery
{
    private const int Most = 100;

    public async Task<IReadOnlyList<OfferRow>> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken) =>
        await db.Set<Deal>()
            .Where(x => x.CompletedAt >= from && x.CompletedAt < to && x.OfferHigh != null)
            .Join(db.Users, x => x.SellerId, x => x.Id, (deal, seller) => new { seller.Id, seller.FullName, Offered = deal.OfferHigh!.Value, Agreed = deal.AgreedPrice!.Value })
            .GroupBy(x => new { x.Id, x.FullName })
            .OrderByDescending(x => x.Count()).ThenBy(x => x.Key.FullName).ThenBy(x => x.Key.Id)
            .Take(Most)
            .Select(x => new OfferRow(x.Key.Id, x.Key.FullName, x.Count(), x.Sum(d => d.Agreed < d.Offered ? 1 : 0), x.Sum(d => d.Offered), x.Sum(d => d.Agreed)))
            .ToListAsync(cancellationToken);
}
