using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

internal sealed class StaffRoleQuery(SaleAutoDbContext db) : IStaffRoleQuery
{
    public Task<bool> HasAnyAsync(Guid staffId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) => (
        from staff in db.Users
        join staffRole in db.Set<IdentityUserRole<Guid>>() on staff.Id equals staffRole.UserId
        join role in db.Roles on staffRole.RoleId equals role.Id
        where staff.Id == staffId && staff.IsActive && roles.Contains(role.Name!)
        select role.Id).AnyAsync(cancellationToken);
}
