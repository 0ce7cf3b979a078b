using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

/// <summary>Permissions of the books that no screen definition brings along.</summary>
internal sealed class AccountingPermissionProvider : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(AccountingPermissions.Default, AdminMenu.Finance, null, [StaffRoles.Owner]),
        new(AccountingPermissions.ApproveExpenses, AdminMenu.Finance, AccountingPermissions.Default, [StaffRoles.Owner]),
        new(AccountingPermissions.OwnBalance, AdminMenu.Finance, null, [StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner]),
    ];
}
