using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Leads;

/// <summary>Leads; their history is written with them and read by queries.</summary>
internal sealed class LeadRepository(SaleAutoDbContext db) : EfRepository<Lead>(db), ILeadRepository
{
    public Task<Lead?> FindOpenBuyoutAsync(string phone, string plate, CancellationToken cancellationToken) =>
        Open(phone).FirstOrDefaultAsync(x => x.Kind == LeadKind.Buyout && x.Plate == plate, cancellationToken);

    public Task<Lead?> FindOpenByPhoneAsync(string phone, CancellationToken cancellationToken) =>
        Open(phone).OrderByDescending(x => x.ConfirmedAt).FirstOrDefaultAsync(cancellationToken);

    public Task<Lead?> FindOpenCallRequestAsync(string phone, CancellationToken cancellationToken) =>
        Open(phone).FirstOrDefaultAsync(x => x.Kind == LeadKind.CallRequest, cancellationToken);

    public async Task<IReadOnlyList<Lead>> GetOpenOfClientAsync(Guid clientId, string phone, CancellationToken cancellationToken) =>
        await Open(phone).Where(x => x.ClientId == clientId).OrderBy(x => x.CreationTime).ToListAsync(cancellationToken);

    public Task<bool> HasOthersAsync(Guid clientId, Guid leadId, CancellationToken cancellationToken) =>
        Db.Set<Lead>().AnyAsync(x => x.ClientId == clientId && x.Id != leadId, cancellationToken);

    public async Task<IReadOnlySet<Guid>> GetJoinedAsync(Guid leadId, CancellationToken cancellationToken)
    {
        var all = new HashSet<Guid> { leadId };
        List<Guid> next = [leadId];
        while (next.Count > 0)
        {
            var found = await Db.Set<Lead>().Where(x => x.JoinedLeadId != null && next.Contains(x.JoinedLeadId.Value)).Select(x => x.Id).ToListAsync(cancellationToken);
            next = [.. found.Where(all.Add)];
        }
        return all;
    }

    public async Task<IReadOnlyList<Lead>> GetDraftsAsync(string phone, DateTime since, CancellationToken cancellationToken) =>
        await Db.Set<Lead>()
            .Where(x => x.Phone == phone && x.Status == LeadStatus.Draft && x.CreationTime >= since)
            .OrderBy(x => x.CreationTime).ThenBy(x => x.Id)
            .ToListAsync(cancellationToken);

    private IQueryable<Lead> Open(string phone) => Db.Set<Lead>().Where(x => x.Phone == phone).WhereOpen();
}
