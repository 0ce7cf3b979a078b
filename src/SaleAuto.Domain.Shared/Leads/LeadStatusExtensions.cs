namespace SaleAuto.Leads;

/// <summary>What the statuses of a lead have in common.</summary>
public static class LeadStatusExtensions
{
    /// <summary>Confirmed and not ended: somebody still works on it. Queries cannot call this and name the statuses themselves.</summary>
    public static bool IsOpen(this LeadStatus status) =>
        status is LeadStatus.New or LeadStatus.Valued or LeadStatus.InWork or LeadStatus.Recall or LeadStatus.DealPlanned;
}
