namespace SaleAuto.Leads;

/// <summary>Permissions on leads.</summary>
public static class LeadPermissions
{
    /// <summary>Seeing leads and their clients' phones. Sellers do not: a seller is given the phone of the deal at hand.</summary>
    public const string Default = "SaleAuto.Leads";

    /// <summary>Correcting what is known of a lead.</summary>
    public const string Correct = "SaleAuto.Leads.Correct";

    /// <summary>Joining duplicates and taking them apart.</summary>
    public const string Merge = "SaleAuto.Leads.Merge";

    /// <summary>Entering a request for a client who phoned the office.</summary>
    public const string Create = "SaleAuto.Leads.Create";

    /// <summary>Correcting the phone of a lead.</summary>
    public const string ChangePhone = "SaleAuto.Leads.ChangePhone";

    /// <summary>Closing a lead without a deal.</summary>
    public const string Close = "SaleAuto.Leads.Close";

    /// <summary>Opening a closed lead again.</summary>
    public const string Reopen = "SaleAuto.Leads.Reopen";
}
