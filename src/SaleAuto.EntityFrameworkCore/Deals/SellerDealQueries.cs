using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Valuations;

namespace SaleAuto.Deals;

internal sealed class SellerDealQuery(SaleAutoDbContext db) : ISellerDealQuery
{
    public async Task<IReadOnlyList<SellerDealRow>> GetOpenAsync(Guid sellerId, int most, CancellationToken cancellationToken) => await (
        from deal in db.Set<Deal>().AsNoTracking()
        where deal.SellerId == sellerId
            && deal.Status != DealStatus.Completed && deal.Status != DealStatus.RejectedByClient && deal.Status != DealStatus.RejectedBySeller
        join lead in db.Set<Lead>() on deal.LeadId equals lead.Id
        join valuation in db.Set<Valuation>() on deal.LeadId equals valuation.LeadId into valuations
        from known in valuations.DefaultIfEmpty()
        orderby deal.StartsAt, deal.Id
        select new SellerDealRow(deal, new KnownCar(lead.Plate, deal.Make ?? known.Make, deal.Model ?? known.Model, deal.Year ?? known.Year, deal.Vin ?? known.Vin)))
        .Take(most)
        .ToListAsync(cancellationToken);

    public async Task<DealBackground> GetBackgroundAsync(Guid dealId, CancellationToken cancellationToken) => await (
        from deal in db.Set<Deal>()
        where deal.Id == dealId
        join lead in db.Set<Lead>() on deal.LeadId equals lead.Id
        join client in db.Set<Client>() on deal.ClientId equals client.Id
        join seller in db.Users on deal.SellerId equals seller.Id
        join valuation in db.Set<Valuation>() on deal.LeadId equals valuation.LeadId into valuations
        from known in valuations.DefaultIfEmpty()
        select new DealBackground
        {
            ClientName = client.Name ?? lead.Name,
            ClientPhone = client.Phone,
            LeadNumber = lead.Number,
            Car = new KnownCar(lead.Plate, known.Make, known.Model, known.Year, known.Vin),
            DeclaredMileageKm = lead.MileageKm,
            DeclaredCondition = lead.Condition,
            CarId = db.Set<Car>().Where(x => x.DealId == dealId).Select(x => (Guid?)x.Id).FirstOrDefault(),
            SellerName = seller.FullName,
            ApprovedByName = db.Users.Where(x => x.Id == deal.ApprovalById).Select(x => x.FullName).FirstOrDefault(),
        })
        .FirstOrDefaultAsync(cancellationToken)
        ?? throw new EntityNotFoundException(typeof(Deal), dealId);
}

internal sealed class ReassignmentQuery(SaleAutoDbContext db) : IReassignmentQuery
{
    public async Task<IReadOnlyList<ReassignmentRow>> GetOpenAsync(int most, CancellationToken cancellationToken) =>
        await Rows(db.Set<ReassignmentRequest>().Where(x => x.Status == ReassignmentStatus.Open || x.Status == ReassignmentStatus.Escalated))
            .OrderBy(x => x.Deal.StartsAt).ThenBy(x => x.Request.Id)
            .Take(most)
            .Select(x => new ReassignmentRow(x.Request, x.Deal, x.Car, x.FromSellerName))
            .ToListAsync(cancellationToken);

    public async Task<ReassignmentRow?> FindAsync(Guid requestId, CancellationToken cancellationToken) =>
        await Rows(db.Set<ReassignmentRequest>().Where(x => x.Id == requestId))
            .Select(x => new ReassignmentRow(x.Request, x.Deal, x.Car, x.FromSellerName))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> GetNamesAsync(IReadOnlyCollection<Guid> staffIds, CancellationToken cancellationToken) =>
        await db.Users.Where(x => staffIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.FullName, cancellationToken);

    private IQueryable<Joined> Rows(IQueryable<ReassignmentRequest> requests) =>
        from request in requests.AsNoTracking()
        join deal in db.Set<Deal>() on request.DealId equals deal.Id
        join lead in db.Set<Lead>() on deal.LeadId equals lead.Id
        join seller in db.Users on request.FromSellerId equals seller.Id
        join valuation in db.Set<Valuation>() on deal.LeadId equals valuation.LeadId into valuations
        from known in valuations.DefaultIfEmpty()
        select new Joined
        {
            Request = request,
            Deal = deal,
            Car = new KnownCar(lead.Plate, known.Make, known.Model, known.Year, known.Vin),
            FromSellerName = seller.FullName,
        };

    // Sorted by before it becomes a row of the domain.
    private sealed class Joined
    {
        public required ReassignmentRequest Request { get; init; }

        public required Deal Deal { get; init; }

        public required KnownCar Car { get; init; }

        public required string FromSellerName { get; init; }
    }
}
