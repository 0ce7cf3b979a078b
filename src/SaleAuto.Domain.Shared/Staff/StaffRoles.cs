namespace SaleAuto.Staff;

/// <summary>Names of the roles that the program is delivered with.</summary>
public static class StaffRoles
{
    /// <summary>Calls clients, works leads, plans deals.</summary>
    public const string Manager = "manager";

    /// <summary>Meets clients, buys, repairs and resells.</summary>
    public const string Seller = "seller";

    /// <summary>Reads reports, sets the policies.</summary>
    public const string Owner = "owner";

    /// <summary>Runs the system.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Manager, Seller, Owner, Administrator];
}
