namespace SaleAuto.Market;

/// <summary>Which parts of adverts a source fills in. A part that used to be there and is gone is the first sign of a redesign.</summary>
public static class ListingFields
{
    private static readonly (string Field, Func<MarketListing, bool> IsFilled)[] Fields =
    [
        ("make", listing => listing.Vehicle.Make is not null),
        ("model", listing => listing.Vehicle.Model is not null),
        ("year", listing => listing.Vehicle.Year is not null),
        ("mileage", listing => listing.Vehicle.MileageKm is not null),
        ("power", listing => listing.Vehicle.PowerHp is not null),
        ("engine", listing => listing.Vehicle.EngineLitres is not null),
        ("fuel", listing => listing.Vehicle.Fuel is not null),
        ("gearbox", listing => listing.Vehicle.Gearbox is not null),
        ("drive", listing => listing.Vehicle.Drive is not null),
        ("city", listing => listing.City is not null),
        ("date", listing => listing.PostedOn is not null),
    ];

    /// <summary>Share of the adverts that have each field, 0 to 1.</summary>
    public static IReadOnlyDictionary<string, double> Shares(IReadOnlyCollection<MarketListing> listings) =>
        Fields.ToDictionary(field => field.Field, field => listings.Count == 0 ? 0 : (double)listings.Count(field.IsFilled) / listings.Count);
}
