using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

internal sealed class ClientLeadQuery(SaleAutoDbContext db) : IClientLeadQuery
{
    private const int Most = 50;

    public async Task<IReadOnlyList<ClientLeadRow>> GetListAsync(Guid clientId, CancellationToken cancellationToken) =>
        await Rows(db.Set<Lead>().Where(x => x.ClientId == clientId))
            .OrderByDescending(x => x.CreationTime).ThenByDescending(x => x.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);

    public Task<ClientLeadRow?> FindAsync(Guid id, Guid clientId, CancellationToken cancellationToken)
    {
        var joined = db.Set<Lead>().Where(x => x.Id == id && x.JoinedLeadId != null).Select(x => x.JoinedLeadId!.Value);
        return Rows(db.Set<Lead>().Where(x => x.ClientId == clientId && (x.Id == id || joined.Contains(x.Id))))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private IQueryable<ClientLeadRow> Rows(IQueryable<Lead> leads) =>
        from lead in leads.AsNoTracking()
        join valuation in db.Set<Valuation>() on lead.Id equals valuation.LeadId into valuations
        from valuation in valuations.DefaultIfEmpty()
        select new ClientLeadRow
        {
            Id = lead.Id,
            Number = lead.Number,
            Kind = lead.Kind,
            Status = lead.Status,
            Plate = lead.Plate,
            MileageKm = lead.MileageKm,
            Condition = lead.Condition,
            Source = lead.Source,
            CreationTime = lead.CreationTime,
            Opinion = lead.Opinion,
            ExpectedPrice = lead.ExpectedPrice,
            ValuationStatus = valuation == null ? null : valuation.Status,
            Make = valuation == null ? null : valuation.Make,
            Model = valuation == null ? null : valuation.Model,
            Year = valuation == null ? null : valuation.Year,
            MarketAverage = valuation == null ? null : valuation.MarketAverage,
            OfferLow = valuation == null ? null : valuation.OfferLow,
            OfferHigh = valuation == null ? null : valuation.OfferHigh,
            SampleSize = valuation == null ? null : valuation.SampleSize,
            ValidUntil = valuation == null ? null : valuation.ValidUntil,
            CallDueAt = db.Set<CallTask>()
                .Where(t => t.LeadId == lead.Id && (t.Status == CallTaskStatus.Pending || t.Status == CallTaskStatus.InProgress))
                .Min(t => (DateTime?)t.DueAt),
        };
}
