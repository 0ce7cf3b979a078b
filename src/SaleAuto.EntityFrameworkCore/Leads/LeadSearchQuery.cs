using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Conventions;

namespace SaleAuto.Leads;

internal sealed class LeadSearchQuery(SaleAutoDbContext db) : ILeadSearchQuery
{
    public async Task<IReadOnlyList<FoundLeadRow>> FindAsync(LeadSearchText text, bool alsoPhones, int count, CancellationToken cancellationToken) =>
        await Rows(Found(text, alsoPhones).OrderByDescending(x => x.CreationTime).Take(count)).ToListAsync(cancellationToken);

    public Task<FoundLeadRow?> FindAsync(Guid leadId, CancellationToken cancellationToken) =>
        Rows(Leads.Where(x => x.Id == leadId)).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<Lead> Leads => db.Set<Lead>().AsNoTracking().Where(x => x.Status != LeadStatus.Draft);

    // A part goes by the search texts, which have an index of trigrams; it holds no wildcard.
    private IQueryable<Lead> Found(LeadSearchText text, bool alsoPhones)
    {
        var pattern = $"%{text.Part}%";
        return text switch
        {
            { Phone: { } phone } => Leads.Where(x => x.Phone == phone),
            { Plate: { } plate } => Leads.Where(x => x.Plate == plate),
            _ when alsoPhones => Leads.Where(x => EF.Functions.Like(EF.Property<string>(x, ModelConventions.SearchTextColumn), pattern)
                || EF.Functions.Like(EF.Property<string>(x, ModelConventions.GuardedSearchTextColumn), pattern)),
            _ => Leads.Where(x => EF.Functions.Like(EF.Property<string>(x, ModelConventions.SearchTextColumn), pattern)),
        };
    }

    private IQueryable<FoundLeadRow> Rows(IQueryable<Lead> leads) => leads
        .Select(lead => new
        {
            Lead = lead,
            Call = db.Set<CallTask>()
                .Where(x => x.LeadId == lead.Id && (x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress))
                .OrderBy(x => x.DueAt)
                .Select(x => new { x.Id, x.DueAt })
                .FirstOrDefault(),
        })
        .OrderByDescending(x => x.Lead.CreationTime)
        .Select(x => new FoundLeadRow(
            x.Lead.Id, x.Lead.Number, x.Lead.Status, x.Lead.Name, x.Lead.Phone, x.Lead.Plate, x.Lead.CreationTime,
            x.Call == null ? null : x.Call.Id, x.Call == null ? null : x.Call.DueAt));
}
