namespace SaleAuto.Market;

/// <summary>Limits of what is stored about market sources.</summary>
public static class MarketConsts
{
    /// <summary>Longest name of a source.</summary>
    public const int MaxSourceLength = 60;

    /// <summary>Longest make or model.</summary>
    public const int MaxNameLength = 80;

    /// <summary>Longest reason of a failure; the rest is cut off.</summary>
    public const int MaxReasonLength = 400;

    /// <summary>Longest name of a kept page.</summary>
    public const int MaxRawPageLength = 200;

    /// <summary>Most adverts kept in one snapshot.</summary>
    public const int MaxSnapshotListings = 1000;

    /// <summary>Searches that the success rate looks back on.</summary>
    public const int RecentSearches = 50;
}
