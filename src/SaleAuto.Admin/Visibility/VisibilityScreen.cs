using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.LowCode;
using SaleAuto.Permissions;

namespace SaleAuto.Admin.Visibility;

/// <summary>Who sees a record and why: the permission, the rows that the roles are held to, the hidden fields. For those who may see as others do.</summary>
internal sealed class VisibilityScreen : IAdminScreen
{
    private const string StaffResource = "staff";

    /// <summary>Whether the person may ask.</summary>
    public static bool IsOpenTo(StaffAccess access) => access.Has(SaleAutoPermissions.SeeAs) && access.Has(SaleAutoPermissions.Permissions.Manage);

    public void Map(RouteGroupBuilder admin) => admin.MapGet("/{resource}/{id:guid}/visibility", ShowAsync);

    private static async Task<RazorComponentResult<VisibilityDialog>> ShowAsync(
        string resource,
        Guid id,
        Guid? person,
        AdminContext context,
        IResourceRegistry resources,
        IResourceReader reader,
        IPermissionAppService permissions,
        CancellationToken cancellationToken)
    {
        context.Access.Require(SaleAutoPermissions.SeeAs);
        context.Access.Require(SaleAutoPermissions.Permissions.Manage);
        var model = resources.Get(resource);
        var staff = await reader.GetListAsync(resources.Get(StaffResource), new ListQuery { PageSize = ListQuery.MaxPageSize, Fields = [] }, cancellationToken);
        var row = person is { } staffId ? await reader.ExplainAsync(model, id, staffId, cancellationToken) : null;
        var permission = person is { } asked ? await permissions.ExplainAsync(asked, model.Permission, cancellationToken) : null;
        return new RazorComponentResult<VisibilityDialog>(new { Model = model, Id = id, Person = person, Staff = staff.Rows, Row = row, Permission = permission });
    }
}
