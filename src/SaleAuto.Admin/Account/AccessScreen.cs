using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Admin.Account;

/// <summary>Roles, people and who may do what.</summary>
internal sealed class AccessScreen : IAdminScreen
{
    internal const string Home = "/admin/access";

    public void Map(RouteGroupBuilder admin)
    {
        var access = admin.MapGroup("/access");
        access.MapGet("", (IRoleAppService roles, CancellationToken cancellationToken) => ShowAsync(roles, FormFaults.None, cancellationToken));
        access.MapPost("/roles", CreateRoleAsync);
        access.MapGet("/roles/{id:guid}", ShowRoleAsync);
        access.MapPost("/roles/{id:guid}/rename", RenameRoleAsync);
        access.MapPost("/roles/{id:guid}/delete", DeleteRoleAsync);
        access.MapPost("/roles/{id:guid}/members", AddMemberAsync);
        access.MapPost("/roles/{id:guid}/members/{staffId:guid}/remove", RemoveMemberAsync);
        access.MapGet("/rights/{kind}/{id:guid}", ShowRightsAsync);
        access.MapPost("/rights/{kind}/{id:guid}", SetRightAsync);
    }

    private static async Task<IResult> ShowAsync(IRoleAppService roles, FormFaults faults, CancellationToken cancellationToken) =>
        new RazorComponentResult<RolesPage>(new { Roles = await roles.GetListAsync(cancellationToken), Faults = faults }) { StatusCode = faults.Any ? 422 : 200 };

    private static async Task<IResult> CreateRoleAsync(HttpContext http, IRoleAppService roles, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.LocalRedirect($"{Home}/roles/{await roles.CreateAsync(new RoleInput(await http.FieldAsync("name")), cancellationToken)}");
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(roles, FormFaults.Of(wrong), cancellationToken);
        }
    }

    private static async Task<IResult> ShowRoleAsync(Guid id, IRoleAppService roles, IPermissionAppService permissions, IStaffAccountAppService accounts, AdminContext context, CancellationToken cancellationToken)
    {
        var role = await roles.GetAsync(id, cancellationToken);
        var people = context.Access.Has(SaleAutoPermissions.ManageAccounts) ? await accounts.GetListAsync(cancellationToken) : [];
        return new RazorComponentResult<RolePage>(new
        {
            Role = role,
            People = (IReadOnlyList<StaffPersonDto>)[.. people.Where(x => role.Members.All(m => m.Id != x.Id))],
            Tree = await permissions.GetTreeAsync(new PermissionHolder(PermissionHolderKind.Role, id), cancellationToken),
        });
    }

    private static async Task<IResult> RenameRoleAsync(Guid id, HttpContext http, IRoleAppService roles, CancellationToken cancellationToken)
    {
        await roles.RenameAsync(id, new RoleInput(await http.FieldAsync("name")), cancellationToken);
        return TypedResults.LocalRedirect($"{Home}/roles/{id}");
    }

    private static async Task<IResult> DeleteRoleAsync(Guid id, IRoleAppService roles, CancellationToken cancellationToken)
    {
        await roles.DeleteAsync(id, cancellationToken);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> AddMemberAsync(Guid id, HttpContext http, IRoleAppService roles, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(await http.FieldAsync("staffId"), out var staffId))
        {
            await roles.AddMemberAsync(id, staffId, cancellationToken);
        }
        return TypedResults.LocalRedirect($"{Home}/roles/{id}");
    }

    private static async Task<IResult> RemoveMemberAsync(Guid id, Guid staffId, IRoleAppService roles, CancellationToken cancellationToken)
    {
        await roles.RemoveMemberAsync(id, staffId, cancellationToken);
        return TypedResults.LocalRedirect($"{Home}/roles/{id}");
    }

    private static async Task<IResult> ShowRightsAsync(PermissionHolderKind kind, Guid id, string? q, IPermissionAppService permissions, CancellationToken cancellationToken) =>
        new RazorComponentResult<RightsTree>(new { Tree = await permissions.GetTreeAsync(new PermissionHolder(kind, id), cancellationToken), Search = q });

    private static async Task<IResult> SetRightAsync(PermissionHolderKind kind, Guid id, HttpContext http, IPermissionAppService permissions, CancellationToken cancellationToken)
    {
        var state = Enum.TryParse<PermissionState>(await http.FieldAsync("state"), out var named) ? named : PermissionState.NotSet;
        var holder = new PermissionHolder(kind, id);
        await permissions.SetAsync(holder, [new PermissionChangeInput(await http.FieldAsync("permission"), state)], cancellationToken);
        if (!http.Request.IsFragment())
        {
            return TypedResults.LocalRedirect(kind == PermissionHolderKind.Role ? $"{Home}/roles/{id}" : $"{PeopleScreen.Home}/{id}");
        }
        return await ShowRightsAsync(kind, id, await http.FieldAsync("q"), permissions, cancellationToken);
    }
}
