using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Views;

internal sealed class ViewPermissionProvider : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() => [new PermissionDefinition(ViewPermissions.Share, "System", null, [StaffRoles.Owner]) { IsRead = false }];
}
