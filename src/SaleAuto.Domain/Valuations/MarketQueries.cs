using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>What the market has to be asked for, so that the widening rules find what they need.</summary>
public static class MarketQueries
{
    /// <summary>Queries in the order they are worth asking: the next one only when the adverts so far gave <see cref="ManualValuationReason.TooFewComparables"/>. Each includes the years of the one before.</summary>
    public static IReadOnlyList<MarketQuery> For(VehicleSpec vehicle, ComparisonSettings settings, DateTime now)
    {
        return settings.FirstSearchYears == settings.MaxWideningYears
            ? [Within(settings.MaxWideningYears)]
            : [Within(settings.FirstSearchYears), Within(settings.MaxWideningYears)];

        MarketQuery Within(int years) => new(
            vehicle.Make,
            vehicle.Model,
            Math.Max(ListingScreen.OldestYear, vehicle.Year - years),
            Math.Max(vehicle.Year, Math.Min(now.Year, vehicle.Year + years)));
    }
}
