using Microsoft.EntityFrameworkCore;
using SaleAuto.Staff.Sessions;

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

    public async Task<IReadOnlyList<StaffPersonRow>> GetPeopleAsync(CancellationToken cancellationToken)
    {
        var roles = (await (
            from membership in db.UserRoles
            join role in db.Roles on membership.RoleId equals role.Id
            select new { membership.UserId, role.Name }).ToListAsync(cancellationToken)).ToLookup(x => x.UserId, x => x.Name!);
        var people = await db.Users
            .OrderBy(x => x.FullName).ThenBy(x => x.Id)
            .Select(x => new
            {
                x.Id,
                x.UserName,
                x.FullName,
                x.IsActive,
                HasPassword = x.PasswordHash != null,
                x.TwoFactorEnabled,
                LastSeenAt = db.Set<StaffSession>().Where(s => s.StaffId == x.Id).Max(s => (DateTime?)s.LastSeenAt),
            })
            .ToListAsync(cancellationToken);
        return [.. people.Select(x => new StaffPersonRow(x.Id, x.UserName!, x.FullName, x.IsActive, x.HasPassword, x.TwoFactorEnabled, [.. roles[x.Id]], x.LastSeenAt))];
    }

    public async Task<IReadOnlyDictionary<Guid, string>> GetRolesOfAsync(Guid staffId, CancellationToken cancellationToken) => await (
        from membership in db.UserRoles
        join role in db.Roles on membership.RoleId equals role.Id
        where membership.UserId == staffId
        select role).ToDictionaryAsync(x => x.Id, x => x.Name!, cancellationToken);
}
