namespace SaleAuto;

/// <summary>Names of permissions that no resource definition makes.</summary>
public static class SaleAutoPermissions
{
    /// <summary>Permissions and roles themselves.</summary>
    public static class Permissions
    {
        /// <summary>Editing roles and who may do what.</summary>
        public const string Manage = "SaleAuto.Permissions.Manage";
    }

    /// <summary>Settings of the company.</summary>
    public static class Settings
    {
        /// <summary>Seeing them.</summary>
        public const string Default = "SaleAuto.Settings";

        /// <summary>Changing them.</summary>
        public const string Change = "SaleAuto.Settings.Change";
    }

    /// <summary>The audit log.</summary>
    public static class Audit
    {
        /// <summary>Reading it.</summary>
        public const string Default = "SaleAuto.Audit";

        /// <summary>Taking it out as a file.</summary>
        public const string Export = "SaleAuto.Audit.Export";
    }

    /// <summary>Seeing the program as somebody else does.</summary>
    public const string SeeAs = "SaleAuto.SeeAs";

    /// <summary>Dashboards.</summary>
    public const string Dashboards = "SaleAuto.Dashboards";

    /// <summary>Accounts: inviting, disabling, ending sessions, forcing a new password.</summary>
    public const string ManageAccounts = "SaleAuto.Accounts.Manage";
}
