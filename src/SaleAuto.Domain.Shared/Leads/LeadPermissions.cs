namespace SaleAuto.Leads;

/// <summary>Permissions on leads.</summary>
public static class LeadPermissions
{
    /// <summary>Seeing leads and their clients' phones. Sellers do not: a seller is given the phone of the deal at hand.</summary>
    public const string Default = "SaleAuto.Leads";
}
