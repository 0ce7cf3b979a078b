using SaleAuto.Staff;

namespace SaleAuto.Permissions;

/// <summary>Permissions that no resource definition makes.</summary>
internal sealed class PermissionDefinitions : IPermissionDefinitionProvider
{
    private const string Settings = "Settings";
    private const string Reports = "Reports";
    private const string System = "System";

    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(SaleAutoPermissions.Dashboards, Reports, null, [StaffRoles.Manager, StaffRoles.Owner]),
        new(SaleAutoPermissions.Settings.Default, Settings, null, [StaffRoles.Owner]),
        new(SaleAutoPermissions.Settings.Change, Settings, SaleAutoPermissions.Settings.Default, [StaffRoles.Owner]),
        new(SaleAutoPermissions.ManageAccounts, System, null, [StaffRoles.Owner]) { IsRead = false },
        new(SaleAutoPermissions.Permissions.Manage, System, null, [StaffRoles.Owner]) { IsRead = false },
        new(SaleAutoPermissions.Audit.Default, System, null, [StaffRoles.Owner]),
        new(SaleAutoPermissions.Audit.Export, System, SaleAutoPermissions.Audit.Default, [StaffRoles.Owner]),
        new(SaleAutoPermissions.SeeAs, System, null, [StaffRoles.Owner]) { IsRead = false },
    ];
}
