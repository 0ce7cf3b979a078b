namespace SaleAuto.Leads;

/// <summary>Names of the buttons about requests.</summary>
internal static class LeadActions
{
    /// <summary>Asks what to look for.</summary>
    public const string Find = "lead.find";

    /// <summary>Shows a request.</summary>
    public const string Open = "lead.open";
}
