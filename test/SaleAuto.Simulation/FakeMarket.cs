using SaleAuto.Cars;
using SaleAuto.Market;

namespace SaleAuto.Simulation;

/// <summary>Registry and car sites: most plates are known, some never, and the sites are down now and then.</summary>
public sealed class FakeMarket : IVehicleLookup, IMarketSearch
{
    private static readonly (string Make, string Model, int Price)[] _cars =
        [("Kia", "Rio", 900_000), ("Hyundai", "Solaris", 880_000), ("Lada", "Vesta", 700_000), ("Toyota", "Camry", 1_900_000), ("Volkswagen", "Polo", 850_000), ("Renault", "Logan", 550_000)];

    public Task<VehicleRecord?> FindAsync(PlateNumber plate, CancellationToken cancellationToken)
    {
        var dice = Dice(plate.Value);
        var (make, model, _) = _cars[dice % _cars.Length];
        return dice % 20 == 7
            ? Task.FromResult<VehicleRecord?>(null)
            : dice % 50 == 11 ? throw new SourceUnavailableException("registry", "503")
            : Task.FromResult<VehicleRecord?>(new VehicleRecord { Make = make, Model = model, Year = 2008 + (dice % 15) });
    }

    public Task<MarketSearchResult> SearchAsync(MarketQuery query, CancellationToken cancellationToken)
    {
        var price = _cars.First(x => x.Model == query.Model).Price;
        return Task.FromResult(new MarketSearchResult(
            [.. Enumerable.Range(1, 14).Select(i => Advert(query, i, price * (1 - (0.05m * (2022 - query.YearFrom)))))], ["ads.test"], new Dictionary<string, SourceFailure>()));
    }

    private static MarketListing Advert(MarketQuery query, int number, decimal price) => new()
    {
        Source = "ads.test",
        Url = $"https://ads.test/{query.Model}/{query.YearFrom}/{number}",
        Title = $"{query.Make} {query.Model}",
        Vehicle = new ListedVehicle { Make = query.Make, Model = query.Model, Year = query.YearFrom + (number % (query.YearTo - query.YearFrom + 1)), MileageKm = 60_000 + (number * 4_000) },
        Price = decimal.Round(Math.Max(150_000, price) + (number % 3 * 30_000) - (number * 3_000)),
        Currency = "RUB",
    };

    private static int Dice(string plate) => plate.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter)) & 0x7fffffff;
}
