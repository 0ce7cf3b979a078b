namespace SaleAuto.Sandbox;

/// <summary>Makes up the used cars of a model and year: always the same ones, priced by age, mileage and gearbox with some noise.</summary>
public static class SandboxCars
{
    private const double YearlyLoss = 0.075;
    private const double LossPerThousandKm = 0.0018;
    private const double Noise = 0.085;
    private const int YearlyKm = 16_000;
    private const decimal ManualDiscount = 0.94m;

    private static readonly string[] Cities =
    [
        "Москва", "Санкт-Петербург", "Казань", "Екатеринбург", "Новосибирск", "Самара", "Краснодар", "Нижний Новгород", "Тула", "Пермь",
    ];

    /// <summary>The cars of these years.</summary>
    public static IEnumerable<SandboxCar> Of(SandboxModel model, int yearFrom, int yearTo, int currentYear)
    {
        var (first, last) = (Math.Max(yearFrom, model.FirstYear), Math.Min(yearTo, model.LastYear));
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).SelectMany(year => Of(model, year, currentYear));
    }

    private static IEnumerable<SandboxCar> Of(SandboxModel model, int year, int currentYear)
    {
        var count = 16 + new StableRandom($"{model.Make}|{model.Model}|{year}").Below(5);
        for (var number = 1; number <= count; number++)
        {
            var car = Make(model, year, number, currentYear);
            yield return car;
            if (number % 12 == 0) // put up a second time, as impatient sellers do
            {
                yield return car with { Id = $"{car.Id}-2", DaysOnSale = 0 };
            }
        }
    }

    private static SandboxCar Make(SandboxModel model, int year, int number, int currentYear)
    {
        var random = new StableRandom($"{model.Make}|{model.Model}|{year}|{number}");
        var age = Math.Max(currentYear - year, 0) + 0.5;
        var usualKm = YearlyKm * age;
        var mileageKm = (int)(usualKm * Math.Exp(0.3 * random.Normal()) / 100) * 100;
        var gearbox = random.Pick(model.Gearboxes);
        var factor = Math.Exp((-YearlyLoss * age) - (LossPerThousandKm * (mileageKm - usualKm) / 1000) + (Noise * random.Normal()));
        var isDiscounted = gearbox == "manual" && model.Gearboxes.Any(other => other != "manual");
        var price = RoundLikeASeller(model.NewPrice * (decimal)factor * (isDiscounted ? ManualDiscount : 1));
        return new SandboxCar
        {
            Id = $"{year}{number:00}{random.Below(9000) + 1000}",
            Model = model,
            Year = year,
            MileageKm = mileageKm,
            Gearbox = gearbox,
            City = random.Pick(Cities),
            DaysOnSale = random.Below(45),
            IsSold = random.Chance(5),
            Price = random.Chance(2) ? null : random.Chance(1.5) ? Absurd(price, random) : price,
            Sites = SitesOf(random),
        };
    }

    private static HashSet<SandboxSite> SitesOf(StableRandom random)
    {
        var sites = new HashSet<SandboxSite> { random.Chance(65) ? SandboxSite.Ads : SandboxSite.Board };
        if (random.Chance(30))
        {
            sites.UnionWith([SandboxSite.Ads, SandboxSite.Board]);
        }
        if (random.Chance(20))
        {
            sites.Add(SandboxSite.Dealers);
        }
        return sites;
    }

    // A missing nought, or a price that only begs for a call.
    private static decimal Absurd(decimal price, StableRandom random) => random.Chance(50) ? Math.Round(price / 10_000) * 1000 : 11_111_111;

    private static decimal RoundLikeASeller(decimal price) => price < 1_000_000 ? Math.Round(price / 5_000) * 5_000 : Math.Round(price / 10_000) * 10_000;
}
