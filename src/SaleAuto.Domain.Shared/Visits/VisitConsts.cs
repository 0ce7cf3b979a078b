namespace SaleAuto.Visits;

/// <summary>Limits of the count of visits.</summary>
public static class VisitConsts
{
    /// <summary>Longest tag that is counted by its own name.</summary>
    public const int MaxCampaignLength = 50;

    /// <summary>Most tags of a day that are counted by their own names; anybody can invent tags.</summary>
    public const int MaxCampaignsPerDay = 200;

    /// <summary>Name of all other tags together.</summary>
    public const string OtherCampaigns = "other";

    /// <summary>Name of visits without a tag.</summary>
    public const string NoCampaign = "";
}
