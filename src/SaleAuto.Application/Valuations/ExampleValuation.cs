using System.Globalization;
using SaleAuto.Cars;
using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>One car and its adverts, always the same, to show what coefficients do to an offer.</summary>
internal static class ExampleValuation
{
    private static readonly DateTime Now = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    private static readonly VehicleSpec Car = new()
    {
        Make = "Lada",
        Model = "Vesta",
        Year = 2019,
        MileageKm = 90_000,
        PowerHp = 106,
        EngineLitres = 1.6m,
        Fuel = "petrol",
        Gearbox = "manual",
        Drive = "front",
    };

    // Year, thousands of km, thousands of roubles, days since it was posted, gearbox. The last one is rubbish.
    private static readonly IReadOnlyList<MarketListing> Adverts =
    [
        Advert(2019, 82, 925, 3, "manual"), Advert(2019, 105, 890, 12, "manual"), Advert(2019, 61, 985, 7, "robot"), Advert(2019, 96, 870, 40, "manual"),
        Advert(2018, 110, 830, 5, "manual"), Advert(2018, 74, 905, 21, "manual"), Advert(2018, 131, 765, 2, "robot"), Advert(2018, 99, 842, 90, "manual"),
        Advert(2020, 58, 1_040, 9, "manual"), Advert(2020, 77, 995, 30, "variator"), Advert(2020, 45, 1_090, 1, "variator"), Advert(2017, 140, 705, 15, "manual"),
        Advert(2017, 118, 760, 60, "manual"), Advert(2021, 40, 1_150, 4, "variator"), Advert(2016, 160, 640, 33, "manual"), Advert(2019, 88, 310, 6, "manual"),
    ];

    /// <summary>Market and offers by those coefficients: caption keys with results.</summary>
    public static IReadOnlyList<(string Key, string Result)> Show(IAppraiser appraiser, ValuationSettings settings)
    {
        var rows = new List<(string Key, string Result)>();
        var good = appraiser.Appraise(Car, CarCondition.Good, Adverts, settings, Now);
        rows.Add(("Adverts", $"{good.Evidence.Used.Count} / {Adverts.Count}"));
        rows.Add(("Market", good.Figures is { } market ? Money(market.MarketMedian) : "—"));
        rows.Add(("Range", good.Figures is { } range ? $"{Money(range.MarketLow)} – {Money(range.MarketHigh)}" : "—"));
        rows.Add(("Confidence", good.Figures?.Confidence.ToString("P0", CultureInfo.CurrentCulture) ?? "—"));
        foreach (var condition in Enum.GetValues<CarCondition>().Order())
        {
            var figures = appraiser.Appraise(Car, condition, Adverts, settings, Now).Figures;
            rows.Add(($"Offer.{condition}", figures is null ? "—" : $"{Money(figures.OfferLow)} – {Money(figures.OfferHigh)}"));
        }
        return rows;
    }

    private static string Money(decimal sum) => sum.ToString("N0", CultureInfo.CurrentCulture) + " ₽";

    private static MarketListing Advert(int year, int thousandKm, int thousandRoubles, int days, string gearbox) => new()
    {
        Source = "example",
        Url = $"https://market.example/{year}-{thousandKm}",
        Title = $"Lada Vesta, {year}",
        Vehicle = new ListedVehicle
        {
            Make = "Lada",
            Model = "Vesta",
            Year = year,
            MileageKm = thousandKm * 1_000,
            PowerHp = 106,
            EngineLitres = 1.6m,
            Fuel = "petrol",
            Gearbox = gearbox,
            Drive = "front",
        },
        Price = thousandRoubles * 1_000,
        Currency = "RUB",
        PostedOn = DateOnly.FromDateTime(Now.AddDays(-days)),
    };
}
