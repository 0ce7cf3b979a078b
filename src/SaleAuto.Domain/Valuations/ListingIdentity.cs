using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>
/// What tells one car from another among adverts of one model: the same year, mileage and price on two sites, or twice on one, is one car.
/// Adverts without mileage are told apart by their address as well, since a dealer may sell many alike.
/// </summary>
internal readonly record struct ListingIdentity(int Year, int? MileageKm, decimal Price, string? Address)
{
    public static ListingIdentity Of(MarketListing listing)
    {
        var car = listing.Vehicle;
        return new ListingIdentity(car.Year!.Value, car.MileageKm, listing.Price, car.MileageKm is null ? listing.Url : null);
    }
}

/// <summary>Total order of adverts that does not depend on where they stood: the freshest first, then by address.</summary>
internal sealed class ListingOrder : IComparer<MarketListing>
{
    public static readonly ListingOrder Instance = new();

    public int Compare(MarketListing? x, MarketListing? y)
    {
        var order = Nullable.Compare(y!.PostedOn, x!.PostedOn);
        order = order != 0 ? order : string.CompareOrdinal(x.Source, y.Source);
        order = order != 0 ? order : string.CompareOrdinal(x.Url, y.Url);
        order = order != 0 ? order : x.Price.CompareTo(y.Price);
        order = order != 0 ? order : Nullable.Compare(x.Vehicle.Year, y.Vehicle.Year);
        return order != 0 ? order : Nullable.Compare(x.Vehicle.MileageKm, y.Vehicle.MileageKm);
    }
}
