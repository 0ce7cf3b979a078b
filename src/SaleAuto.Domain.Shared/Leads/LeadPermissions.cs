using SaleAuto.Staff;

namespace SaleAuto.Leads;

/// <summary>Permissions on leads, and the roles that have them.</summary>
public static class LeadPermissions
{
    /// <summary>Seeing every lead and its client's phone.</summary>
    public const string View = "SaleAuto.Leads.View";

    /// <summary>Who has <see cref="View"/>. Sellers do not: a seller is given the phone of the deal at hand.</summary>
    public static readonly IReadOnlyList<string> ViewRoles = [StaffRoles.Manager, StaffRoles.Owner, StaffRoles.Administrator];
}
