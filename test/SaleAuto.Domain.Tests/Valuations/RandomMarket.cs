using SaleAuto.Market;
using static SaleAuto.Valuations.SampleMarket;

namespace SaleAuto.Valuations;

/// <summary>Adverts and a car made from a seed: any years, noise up to 20 %, missing fields, equipment, adverts of new cars, an odd price now and then.</summary>
internal sealed record RandomMarket(int Seed, int Size)
{
    public VehicleSpec Car
    {
        get
        {
            var random = new Random(Seed);
            return new VehicleSpec { Make = "Kia", Model = "Rio", Year = random.Next(1995, 2026), MileageKm = 75_000, PowerHp = Power(random), Gearbox = Gearbox(random) };
        }
    }

    public List<MarketListing> Adverts()
    {
        var random = new Random(Seed + 1);
        var noise = random.NextDouble() * 0.2;
        var span = random.Next(1, 12);
        var adverts = new List<MarketListing>();
        for (var i = 0; i < Size; i++)
        {
            var year = Math.Min(2025, Car.Year + random.Next(-span, span + 1));
            int? mileage = random.Next(10) switch { 0 => null, 1 when year >= 2024 => 0, _ => random.Next(1_000, 350_000) };
            var odd = random.Next(40) == 0 ? Math.Exp(6 * (random.NextDouble() - 0.5)) : 1;
            var price = FairPrice(year, mileage ?? 100_000, odd * Math.Exp(noise * Normal(random)));
            var advert = SampleMarket.Advert(i, price, year, mileage);
            adverts.Add(advert with { Vehicle = advert.Vehicle with { PowerHp = Power(random), Gearbox = Gearbox(random) } });
        }
        return adverts;
    }

    /// <summary>A tenth or ten times what such a car is worth, and worse: of the valued car's own year and of one much older and worn.</summary>
    public IEnumerable<MarketListing> AbsurdAdverts() =>
        from year in new[] { Car.Year, Car.Year - 8 }
        let mileage = year == Car.Year ? 75_000 : 990_000
        let fair = FairPrice(year, mileage, 1)
        from price in new[] { 1m, decimal.Round(fair / 10), decimal.Round(fair * 10), 900_000_000m }
        select Advert(1_000, price, year, mileage);

    private static int? Power(Random random) => random.Next(4) == 0 ? null : random.Next(2) == 0 ? 100 : 123;

    private static string? Gearbox(Random random) => random.Next(4) switch { 0 => null, 1 => "автомат", 2 => "вариатор", _ => "механика" };
}
