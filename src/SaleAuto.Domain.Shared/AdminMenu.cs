namespace SaleAuto;

/// <summary>Groups of the menu and of the permission tree, in their order; their names stand in the texts of permissions and of the admin.</summary>
public static class AdminMenu
{
    /// <summary>What a person starts the day with: call desk, calendar.</summary>
    public const string Work = "Work";

    /// <summary>Leads, calls, deals, clients.</summary>
    public const string Sales = "Sales";

    /// <summary>Cars in stock, offers, market.</summary>
    public const string Cars = "Cars";

    /// <summary>Expenses, resales.</summary>
    public const string Finance = "Finance";

    /// <summary>Reports and dashboards.</summary>
    public const string Reports = "Reports";

    /// <summary>Staff and roles.</summary>
    public const string People = "People";

    /// <summary>Settings of the company.</summary>
    public const string Settings = "Settings";

    /// <summary>Messages, log, imports.</summary>
    public const string System = "System";
}
