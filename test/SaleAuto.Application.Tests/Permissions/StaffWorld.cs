using Microsoft.AspNetCore.Identity;
using SaleAuto.Staff;

namespace SaleAuto.Permissions;

/// <summary>People and roles of a test, each with a name that no other test uses.</summary>
internal static class StaffWorld
{
    /// <summary>An account with these roles.</summary>
    public static Task<Guid> AddStaffAsync(this TestApplication app, params string[] roles) => app.RunAsync(async (UserManager<StaffMember> accounts) =>
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"person-{Guid.NewGuid():N}", "Пётр Тестов");
        (await accounts.CreateAsync(staff, "a long enough phrase")).Succeeded.ShouldBeTrue();
        (await accounts.AddToRolesAsync(staff, roles)).Succeeded.ShouldBeTrue();
        return staff.Id;
    });

    /// <summary>Id of a role.</summary>
    public static Task<Guid> RoleIdAsync(this TestApplication app, string name) =>
        app.RunAsync(async (RoleManager<IdentityRole<Guid>> roles) => (await roles.FindByNameAsync(name))!.Id);

    /// <summary>What the person may do now.</summary>
    public static Task<StaffAccess> AccessOfAsync(this TestApplication app, Guid staffId) =>
        app.RunAsync(async (IStaffAccessProvider access) => await access.GetAsync(staffId, default));

    /// <summary>What whoever is asking may do now.</summary>
    public static Task<StaffAccess> AccessAsync(this TestApplication app) =>
        app.RunAsync(async (IStaffAccessProvider access) => await access.GetAsync(default));

    /// <summary>Sets a permission as an administrator would.</summary>
    public static async Task SetAsync(this TestApplication app, PermissionHolder holder, string permission, PermissionState state)
    {
        var before = app.User.StaffId;
        app.User.StaffId = null;
        await app.RunAsync((IPermissionAppService permissions) => permissions.SetAsync(holder, [new PermissionChangeInput(permission, state)], default));
        app.User.StaffId = before;
    }
}
