using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Deals;

internal sealed class DealRepository(SaleAutoDbContext db) : EfRepository<Deal>(db), IDealRepository
{
    private IQueryable<Deal> Open => Db.Set<Deal>().Where(x =>
        x.Status != DealStatus.Completed && x.Status != DealStatus.RejectedByClient && x.Status != DealStatus.RejectedBySeller);

    public Task<Deal?> FindOverlappingAsync(Guid sellerId, DateTime from, DateTime to, Guid? exceptDealId, CancellationToken cancellationToken)
    {
        var earliest = from.AddMinutes(-DealConsts.MaxMinutes); // no meeting is longer: keeps the search within the index
        return Open
            .Where(x => x.SellerId == sellerId && x.StartsAt < to && x.StartsAt > earliest && x.EndsAt > from && x.Id != exceptDealId)
            .OrderBy(x => x.StartsAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<Deal?> FindOpenByLeadAsync(Guid leadId, CancellationToken cancellationToken) =>
        Open.FirstOrDefaultAsync(x => x.LeadId == leadId, cancellationToken);

    public Task<Deal?> FindByCallTaskAsync(Guid callTaskId, CancellationToken cancellationToken) =>
        Db.Set<Deal>().FirstOrDefaultAsync(x => x.CallTaskId == callTaskId, cancellationToken);

    public async Task<Deal> GetWholeAsync(Guid id, CancellationToken cancellationToken)
    {
        var deal = await GetAsync(id, cancellationToken);
        await Db.Entry(deal).LoadPartsAsync(cancellationToken);
        return deal;
    }

    public async Task<IReadOnlyList<Guid>> GetToRemindAsync(DateTime now, int most, CancellationToken cancellationToken) =>
        await Db.Set<Deal>()
            .Where(x => x.RemindAt != null && x.RemindAt <= now)
            .OrderBy(x => x.RemindAt).ThenBy(x => x.Id)
            .Select(x => x.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
}

internal sealed class SellerCalendarQuery(SaleAutoDbContext db) : ISellerCalendarQuery
{
    public async Task<IReadOnlyList<SellerCalendarRow>> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var sellers = await (
            from staff in db.Users
            join staffRole in db.UserRoles on staff.Id equals staffRole.UserId
            join role in db.Roles on staffRole.RoleId equals role.Id
            where role.Name == Staff.StaffRoles.Seller && staff.IsActive
            orderby staff.FullName, staff.Id
            select new { staff.Id, staff.FullName }).ToListAsync(cancellationToken);
        var earliest = from.AddMinutes(-DealConsts.MaxMinutes);
        var busy = await db.Set<Deal>()
            .Where(x => x.StartsAt < to && x.StartsAt > earliest && x.EndsAt > from
                && x.Status != DealStatus.Completed && x.Status != DealStatus.RejectedByClient && x.Status != DealStatus.RejectedBySeller)
            .OrderBy(x => x.StartsAt)
            .Select(x => new { x.SellerId, Row = new BusyRow(x.Id, x.Number, x.StartsAt, x.EndsAt) })
            .ToListAsync(cancellationToken);
        var bySeller = busy.ToLookup(x => x.SellerId, x => x.Row);
        return [.. sellers.Select(x => new SellerCalendarRow(x.Id, x.FullName, [.. bySeller[x.Id]]))];
    }
}
