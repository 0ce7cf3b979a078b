namespace SaleAuto.Reports;

/// <summary>Permissions on reports.</summary>
public static class ReportPermissions
{
    /// <summary>Seeing how many requests become cars, and where they come from.</summary>
    public const string Sales = "SaleAuto.Reports.Sales";
}
