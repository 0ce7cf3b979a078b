using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

/// <summary>Staff that gets the messages of a test.</summary>
public static class DutyRoster
{
    /// <summary>One manager on duty, chat 1001.</summary>
    public static Task EnsureManagerAsync(TestApplication app) => app.InDatabaseAsync(async db =>
    {
        if (await db.Users.AnyAsync())
        {
            return 0;
        }
        var manager = new StaffMember(Guid.CreateVersion7(), "manager", "Мария Смирнова");
        manager.LinkTelegram(1001);
        manager.SetDuty(true);
        var role = new IdentityRole<Guid>(StaffRoles.Manager) { Id = Guid.CreateVersion7() };
        db.AddRange(manager, role, new IdentityUserRole<Guid> { UserId = manager.Id, RoleId = role.Id });
        return await db.SaveChangesAsync();
    });
}
