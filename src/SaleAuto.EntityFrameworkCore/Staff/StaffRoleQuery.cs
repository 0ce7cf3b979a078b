using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

internal sealed class StaffRoleQuery(SaleAutoDbContext db) : IStaffRoleQuery
{
    public async Task<IReadOnlyList<RoleRow>> GetRolesAsync(CancellationToken cancellationToken) => await db.Roles
        .OrderBy(x => x.Name)
        .Select(x => new RoleRow(x.Id, x.Name!, db.UserRoles.Count(m => m.RoleId == x.Id)))
        .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<RoleMemberRow>> GetMembersAsync(Guid roleId, CancellationToken cancellationToken) => await (
        from membership in db.UserRoles
        join staff in db.Users on membership.UserId equals staff.Id
        where membership.RoleId == roleId
        orderby staff.FullName, staff.Id
        select new RoleMemberRow(staff.Id, staff.UserName!, staff.FullName, staff.IsActive)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> GetRolesOfAsync(Guid staffId, CancellationToken cancellationToken) => await (
        from membership in db.UserRoles
        join role in db.Roles on membership.RoleId equals role.Id
        where membership.UserId == staffId
        select role).ToDictionaryAsync(x => x.Id, x => x.Name!, cancellationToken);
}
