using SaleAuto.Benchmarks.Valuations;
using SaleAuto.Market;
using static SaleAuto.Valuations.SampleMarket;

namespace SaleAuto.Valuations;

/// <summary>An invented market with what real ones have: models with few adverts, fat-tailed prices, damaged cars, missing mileage. Every fifth advert is valued by the others.</summary>
public class MarketAppraiser_Accuracy_Tests
{
    private const int Models = 25;
    private const double Noise = 0.09;

    [Fact]
    public void Should_Keep_The_Stated_Accuracy_On_An_Invented_Market()
    {
        var market = Market();
        var adverts = market.Where((_, i) => i % 5 != 0).ToLookup(a => a.Vehicle.Model!);
        var outcomes = market.Where((_, i) => i % 5 == 0).Select(test => new Outcome(test.Price, Appraise(test, adverts[test.Vehicle.Model!]).Figures)).ToList();

        var report = AccuracyReport.Of(outcomes);

        ((double)report.Covered / report.Cars).ShouldBeGreaterThan(0.95);
        report.MedianError.ShouldBeLessThan(0.09);
        report.Inside.ShouldBeInRange(0.42, 0.58);
    }

    private static Appraisal Appraise(MarketListing test, IEnumerable<MarketListing> adverts)
    {
        var car = new VehicleSpec { Make = test.Vehicle.Make!, Model = test.Vehicle.Model!, Year = test.Vehicle.Year!.Value, MileageKm = test.Vehicle.MileageKm, PowerHp = test.Vehicle.PowerHp };
        return new MarketAppraiser().Appraise(car, null, [.. adverts], new ValuationSettings(), Now);
    }

    private static List<MarketListing> Market()
    {
        var random = new Random(2025);
        var market = new List<MarketListing>();
        for (var model = 0; model < Models; model++)
        {
            var price = 14 + (0.6 * Normal(random));
            var ageing = 0.1 + (0.02 * Normal(random));
            var wear = 0.1 + (0.04 * random.NextDouble());
            for (var i = 0; i < 8 + (240 / (model + 1)); i++)
            {
                var year = 2025 - random.Next(1, 18);
                var mileage = (int)((2025 - year) * 15_000 * Math.Exp(0.4 * Normal(random)));
                var power = random.Next(2) == 0 ? 100 : 150;
                var tail = random.Next(12) == 0 ? 3 : 1;
                var damage = random.Next(30) == 0 ? Math.Log(0.5) : 0;
                var logPrice = price - (ageing * (2025 - year)) - (wear * mileage / 100_000) + (0.5 * Math.Log(power / 100.0)) + (Noise * tail * Normal(random)) + damage;
                var advert = Advert(market.Count, decimal.Round((decimal)Math.Exp(logPrice)), year, random.Next(30) == 0 ? null : mileage);
                market.Add(advert with { Vehicle = advert.Vehicle with { Model = $"Model {model}", PowerHp = power } });
            }
        }
        return market;
    }
}
