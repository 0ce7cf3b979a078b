using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Permissions on sharing out profit: the owner's alone when the program is delivered.</summary>
internal sealed class DistributionPermissionProvider : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(DistributionPermissions.Default, AdminMenu.Finance, null, [StaffRoles.Owner]),
        new(DistributionPermissions.Distribute, AdminMenu.Finance, DistributionPermissions.Default, [StaffRoles.Owner]),
        new(DistributionPermissions.EditPolicy, AdminMenu.Finance, DistributionPermissions.Default, [StaffRoles.Owner]),
    ];
}
