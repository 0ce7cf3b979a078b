using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>Adverts of an invented model: 1 000 000 roubles for a car of 2020 with 75 000 km, less for age, mileage and a manual gearbox.</summary>
internal static class SampleMarket
{
    public static readonly DateTime Now = new(2025, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    public static readonly VehicleSpec SoughtCar = new() { Make = "Kia", Model = "Rio", Year = 2020, MileageKm = 75_000 };

    public static decimal FairPrice(int year, int mileageKm, double factor = 1) =>
        decimal.Round((decimal)(1_000_000 * Math.Exp((-0.1 * (2020 - year)) - (0.1 * (mileageKm - 75_000) / 100_000)) * factor));

    public static MarketListing Advert(int number, decimal price, int? year = 2020, int? mileageKm = 75_000) => new()
    {
        Source = "drom.ru",
        Url = $"https://drom.ru/{number}",
        Title = $"Kia Rio {year}",
        Price = price,
        Currency = "RUB",
        Vehicle = new ListedVehicle { Make = "Kia", Model = "Rio", Year = year, MileageKm = mileageKm },
    };

    /// <summary>Adverts of the given years about their fair prices.</summary>
    public static List<MarketListing> Adverts(int count, int seed = 1, int yearFrom = 2019, int yearTo = 2021, double noise = 0.05)
    {
        var random = new Random(seed);
        var adverts = new List<MarketListing>();
        for (var i = 0; i < count; i++)
        {
            var year = random.Next(yearFrom, yearTo + 1);
            var mileage = random.Next(20_000, 200_000);
            adverts.Add(Advert(i, FairPrice(year, mileage, Math.Exp(noise * Normal(random))), year, mileage));
        }
        return adverts;
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
