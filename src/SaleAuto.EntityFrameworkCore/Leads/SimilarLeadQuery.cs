using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Deals;

namespace SaleAuto.Leads;

internal sealed class SimilarLeadQuery(SaleAutoDbContext db) : ISimilarLeadQuery
{
    private const int Most = 20;

    // A name alone says little: only recent requests count.
    private static readonly TimeSpan NameCounts = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<SimilarLeadRow>> GetAsync(Guid leadId, DateTime now, CancellationToken cancellationToken)
    {
        var self = await db.Set<Lead>().Where(x => x.Id == leadId).Select(x => new { x.Phone, x.Plate, x.NameKey }).FirstOrDefaultAsync(cancellationToken);
        if (self is null)
        {
            return [];
        }
        var since = now - NameCounts;
        var others = db.Set<Lead>().AsNoTracking().Where(x => x.Id != leadId && x.Status != LeadStatus.Draft);
        return await others
            .Where(x => x.Phone == self.Phone
                || (self.Plate != null && x.Plate == self.Plate)
                || (self.NameKey != null && x.NameKey == self.NameKey && x.CreationTime >= since))
            .Select(x => new SimilarLeadRow
            {
                Id = x.Id,
                Number = x.Number,
                Kind = x.Kind,
                Status = x.Status,
                CloseReason = x.CloseReason,
                CreationTime = x.CreationTime,
                Name = x.Name,
                Plate = x.Plate,
                SamePhone = x.Phone == self.Phone,
                SamePlate = self.Plate != null && x.Plate == self.Plate,
                SameName = self.NameKey != null && x.NameKey == self.NameKey,
                JoinedLeadId = x.JoinedLeadId,
                MayBeUnmerged = x.StatusBeforeMerge != null,
            })
            .OrderByDescending(x => x.SamePhone).ThenByDescending(x => x.SamePlate).ThenByDescending(x => x.CreationTime)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }

    public Task<bool> IsWithoutNextActionAsync(Guid leadId, DateTime now, CancellationToken cancellationToken) =>
        WithoutNextAction(now).AnyAsync(x => x.Id == leadId, cancellationToken);

    public Task<int> CountWithoutNextActionAsync(DateTime now, CancellationToken cancellationToken) =>
        WithoutNextAction(now).CountAsync(cancellationToken);

    private IQueryable<Lead> WithoutNextAction(DateTime now) => db.Set<Lead>().WhereOpen().Where(lead =>
        !db.Set<CallTask>().Any(x => x.LeadId == lead.Id && (x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress))
        && !db.Set<Deal>().Any(x => x.LeadId == lead.Id && x.EndsAt > now
            && x.Status != DealStatus.Completed && x.Status != DealStatus.RejectedByClient && x.Status != DealStatus.RejectedBySeller));
}
