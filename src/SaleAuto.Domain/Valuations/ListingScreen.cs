using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>Parts adverts that can be compared from those that cannot, each with its reason.</summary>
internal sealed class ListingScreen(VehicleSpec vehicle, ComparisonSettings settings, DateTime now)
{
    public const int OldestYear = 1950;

    private const int MostMileageKm = 1_000_000;

    public List<MarketListing> Kept { get; private set; } = [];

    public List<DroppedComparable> Dropped { get; } = [];

    public void Run(IReadOnlyList<MarketListing> listings)
    {
        var originals = new Dictionary<ListingIdentity, MarketListing>();
        var addresses = new Dictionary<(string, string), MarketListing>();
        foreach (var listing in listings)
        {
            if (FindFault(listing) is { } reason)
            {
                Drop(listing, reason);
                continue;
            }
            KeepBetter(addresses, (listing.Source, listing.Url), listing);
        }
        foreach (var listing in addresses.Values)
        {
            KeepBetter(originals, ListingIdentity.Of(listing), listing);
        }
        Kept = [.. originals.Values.OrderBy(l => Math.Abs(l.Vehicle.Year!.Value - vehicle.Year)).ThenBy(l => l, ListingOrder.Instance)];
        foreach (var listing in Kept.Skip(settings.MaxListings))
        {
            Drop(listing, DropReasons.NotNeeded);
        }
        Kept = [.. Kept.Take(settings.MaxListings)];
    }

    public void Drop(MarketListing listing, string reason) =>
        Dropped.Add(new DroppedComparable(listing.Source, listing.Url, listing.Title, listing.Vehicle.Year, listing.Vehicle.MileageKm, listing.Price, reason));

    private void KeepBetter<TKey>(Dictionary<TKey, MarketListing> kept, TKey key, MarketListing listing)
        where TKey : notnull
    {
        if (!kept.TryGetValue(key, out var other))
        {
            kept.Add(key, listing);
            return;
        }
        var (better, worse) = ListingOrder.Instance.Compare(listing, other) < 0 ? (listing, other) : (other, listing);
        kept[key] = better;
        Drop(worse, DropReasons.Duplicate);
    }

    private string? FindFault(MarketListing listing)
    {
        var car = listing.Vehicle;
        if (!IsRouble(listing.Currency))
        {
            return DropReasons.Currency;
        }
        if (listing.Price <= 0 || car.Year is null || car.Make is null || car.Model is null)
        {
            return DropReasons.Incomplete;
        }
        if (!CarNames.AreSame(car.Make, vehicle.Make) || !CarNames.AreSame(car.Model, vehicle.Model))
        {
            return DropReasons.OtherModel;
        }
        if (car.Year < OldestYear || car.Year > now.Year + 1 || car.MileageKm is < 0 or > MostMileageKm)
        {
            return DropReasons.Implausible;
        }
        return Math.Abs(car.Year.Value - vehicle.Year) > settings.MaxWideningYears ? DropReasons.OtherYear : null;
    }

    private static bool IsRouble(string currency) =>
        string.Equals(currency, "RUB", StringComparison.OrdinalIgnoreCase) || string.Equals(currency, "RUR", StringComparison.OrdinalIgnoreCase);
}
