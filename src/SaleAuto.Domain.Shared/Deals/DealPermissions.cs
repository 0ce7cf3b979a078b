namespace SaleAuto.Deals;

/// <summary>Permissions on deals beside seeing them.</summary>
public static class DealPermissions
{
    /// <summary>Giving a meeting another time or place.</summary>
    public const string Reschedule = "SaleAuto.Deals.Reschedule";

    /// <summary>Giving a meeting to another seller.</summary>
    public const string Reassign = "SaleAuto.Deals.Reassign";

    /// <summary>Calling a meeting off because the client refused.</summary>
    public const string Cancel = "SaleAuto.Deals.Cancel";

    /// <summary>Carrying a purchase through, from accepting the meeting to the money, and taking over meetings of colleagues.</summary>
    public const string Work = "SaleAuto.Deals.Work";

    /// <summary>Allowing a price that departs from the offer.</summary>
    public const string ApprovePrice = "SaleAuto.Deals.ApprovePrice";
}
