using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

internal sealed class StaffDirectory(SaleAutoDbContext db) : IStaffDirectory
{
    public async Task<IReadOnlyList<StaffContact>> GetManagersOnDutyAsync(CancellationToken cancellationToken)
    {
        var managers = await (
            from staff in db.Users
            join staffRole in db.Set<IdentityUserRole<Guid>>() on staff.Id equals staffRole.UserId
            join role in db.Roles on staffRole.RoleId equals role.Id
            where role.Name == StaffRoles.Manager && staff.IsActive && staff.TelegramChatId != null
            orderby staff.Id
            select new { staff.Id, staff.FullName, staff.TelegramChatId, staff.IsOnDuty })
            .ToListAsync(cancellationToken);

        // Nobody on duty must not mean that nobody hears of the client: then all managers do.
        var onDuty = managers.Where(m => m.IsOnDuty).ToList();
        return [.. (onDuty.Count > 0 ? onDuty : managers).Select(m => new StaffContact(m.Id, m.FullName, m.TelegramChatId!.Value))];
    }
}
