using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>Parts adverts that can be compared from those that cannot, each with its reason.</summary>
internal sealed class ListingScreen(VehicleSpec vehicle, ComparisonSettings settings, DateTime now)
{
    public const int OldestYear = 1950;

    private const int MostMileageKm = 1_000_000;

    public List<MarketListing> Kept { get; } = [];

    public List<DroppedComparable> Dropped { get; } = [];

    /// <summary>Takes year after year, nearest first, up to the limit; within a year the fresher adverts.</summary>
    public void Run(IReadOnlyList<MarketListing> listings)
    {
        foreach (var year in listings.Where(IsSound).GroupBy(l => Math.Abs(l.Vehicle.Year!.Value - vehicle.Year)).OrderBy(g => g.Key))
        {
            var free = settings.MaxListings - Kept.Count;
            IEnumerable<MarketListing> ordered = free > 0 ? WithoutDuplicates(year).Order(ListingOrder.Instance) : year;
            foreach (var listing in ordered)
            {
                if (free-- > 0)
                {
                    Kept.Add(listing);
                }
                else
                {
                    Drop(listing, DropReasons.NotNeeded);
                }
            }
        }
    }

    public void Drop(MarketListing listing, string reason) =>
        Dropped.Add(new DroppedComparable(listing.Source, listing.Url, listing.Title, listing.Vehicle.Year, listing.Vehicle.MileageKm, listing.Price, reason));

    private bool IsSound(MarketListing listing)
    {
        var fault = FindFault(listing);
        if (fault is not null)
        {
            Drop(listing, fault);
        }
        return fault is null;
    }

    private IEnumerable<MarketListing> WithoutDuplicates(IEnumerable<MarketListing> listings) =>
        KeepBest(KeepBest(listings, l => (l.Source, l.Url)), ListingIdentity.Of);

    private Dictionary<TKey, MarketListing>.ValueCollection KeepBest<TKey>(IEnumerable<MarketListing> listings, Func<MarketListing, TKey> identity)
        where TKey : notnull
    {
        var kept = new Dictionary<TKey, MarketListing>();
        foreach (var listing in listings)
        {
            var key = identity(listing);
            if (kept.TryAdd(key, listing))
            {
                continue;
            }
            var isBetter = ListingOrder.Instance.Compare(listing, kept[key]) < 0;
            Drop(isBetter ? kept[key] : listing, DropReasons.Duplicate);
            kept[key] = isBetter ? listing : kept[key];
        }
        return kept.Values;
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
