using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.Permissions;
using SaleAuto.Reports;
using SaleAuto.Staff;

namespace SaleAuto;

/// <summary>Permissions of the sales work that no screen definition brings along.</summary>
internal sealed class SalesPermissions : IPermissionDefinitionProvider
{
    private const string Group = "Sales";

    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(LeadPermissions.Default, Group, null, [StaffRoles.Manager, StaffRoles.Owner]),
        new(LeadPermissions.Correct, Group, LeadPermissions.Default, [StaffRoles.Manager]),
        new(LeadPermissions.Merge, Group, LeadPermissions.Default, [StaffRoles.Manager]),
        new(LeadPermissions.ChangePhone, Group, LeadPermissions.Default, [StaffRoles.Manager]),
        new(LeadPermissions.Close, Group, LeadPermissions.Default, [StaffRoles.Manager]),
        new(LeadPermissions.Reopen, Group, LeadPermissions.Default, [StaffRoles.Manager]),
        new(ClientPermissions.Phone, Group, null, [StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner]),
        new("SaleAuto.CallTasks", Group, null, [StaffRoles.Manager, StaffRoles.Owner]),
        new(CallPermissions.Work, Group, "SaleAuto.CallTasks", [StaffRoles.Manager]),
        new(CallPermissions.ReleaseAny, Group, CallPermissions.Work, [StaffRoles.Owner]),
        new(DealPermissions.Work, Group, "SaleAuto.Deals", [StaffRoles.Seller]),
        new(DealPermissions.ApprovePrice, Group, "SaleAuto.Deals", [StaffRoles.Manager, StaffRoles.Owner]),
        new(ReportPermissions.Sales, Group, null, [StaffRoles.Manager, StaffRoles.Owner]),
    ];
}
