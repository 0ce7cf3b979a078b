using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>An advert that passed the screening.</summary>
internal sealed class Comparable(MarketListing listing, CarProfile car, double freshness, double quality)
{
    public MarketListing Listing { get; } = listing;

    public CarProfile Car { get; } = car;

    /// <summary>1 for an advert of today, falling to 0.</summary>
    public double Freshness { get; } = freshness;

    /// <summary>Weight for freshness and completeness, 0 to 1.</summary>
    public double Quality { get; } = quality;

    public double LogPrice { get; } = Math.Log((double)listing.Price);
}
