using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Deals;

internal sealed class ReassignmentRepository(SaleAutoDbContext db) : EfRepository<ReassignmentRequest>(db), IReassignmentRepository
{
    public async Task<ReassignmentRequest?> FindOpenAsync(Guid dealId, CancellationToken cancellationToken)
    {
        await Db.Set<ReassignmentRequest>()
            .Where(x => x.DealId == dealId && (x.Status == ReassignmentStatus.Open || x.Status == ReassignmentStatus.Escalated))
            .LoadAsync(cancellationToken);
        return Db.Set<ReassignmentRequest>().Local.FirstOrDefault(x => x.DealId == dealId && x.IsOpen);
    }

    public async Task<ReassignmentRequest> GetWholeAsync(Guid id, CancellationToken cancellationToken)
    {
        var request = await GetAsync(id, cancellationToken);
        await Db.Entry(request).LoadPartsAsync(cancellationToken);
        return request;
    }

    public async Task<IReadOnlyList<Guid>> GetToLookAtAsync(DateTime now, int most, CancellationToken cancellationToken) =>
        await Db.Set<ReassignmentRequest>()
            .Where(x => x.LookAt != null && x.LookAt <= now)
            .OrderBy(x => x.LookAt).ThenBy(x => x.Id)
            .Select(x => x.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
}
