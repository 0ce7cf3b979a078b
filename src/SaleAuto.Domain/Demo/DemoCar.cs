using SaleAuto.Valuations;

namespace SaleAuto.Demo;

/// <summary>An invented car with an invented market: the same adverts every time.</summary>
internal sealed record DemoCar(string Plate, string Make, string Model, int Year, int MileageKm, int MarketPrice)
{
    private const int Comparables = 11;
    private const int Rounding = 5_000;
    private const decimal PricePerKm = 2.4m;

    // One figure of the plate is enough to tell cars apart; string hash codes differ from run to run.
    private readonly Random _random = new(Plate.Sum(c => c) * 31 + Year);

    /// <summary>Figures with the evidence that they follow from.</summary>
    public (AppraisalFigures Figures, AppraisalEvidence Evidence) Appraise()
    {
        var settings = new ValuationSettings();
        var used = Enumerable.Range(0, Comparables).Select(Comparable).ToList();
        var prices = used.Select(x => x.AdjustedPrice).Order().ToList();
        var (low, median, high) = (prices[Comparables / 4], prices[Comparables / 2], prices[Comparables * 3 / 4]);
        var (margin, risk) = (-low * settings.Margin, -low * settings.Risk);
        decimal Offer(decimal market) => Math.Floor(market * (1 - settings.Margin - settings.Risk) / Rounding) * Rounding;
        var figures = new AppraisalFigures(
            Math.Round(prices.Average()), median, low, high, Offer(low), Offer(high), used.Count, 0.78m);
        var evidence = new AppraisalEvidence
        {
            RuleVersion = MarketAppraiser.RuleVersion,
            Vehicle = new VehicleSpec { Make = Make, Model = Model, Year = Year, MileageKm = MileageKm },
            Widening = "year±1",
            Used = used,
            Dropped = Dropped(used[0]),
            Deductions = [new("margin", margin), new("risk", risk), new("rounding", Offer(low) - (low + margin + risk))],
            Settings = settings,
        };
        return (figures, evidence);
    }

    private UsedComparable Comparable(int index)
    {
        var mileage = Math.Max(5_000, MileageKm + _random.Next(-30, 31) * 1_000);
        var asked = Math.Round((MarketPrice - (mileage - MileageKm) * PricePerKm) * (decimal)(0.94 + _random.NextDouble() * 0.12) / 1_000) * 1_000;
        var year = Year + _random.Next(-1, 2);
        return new UsedComparable(
            "market.example", Url(index), $"{Make} {Model}, {year}", year, mileage, asked, asked + Math.Round((mileage - MileageKm) * PricePerKm), 1m);
    }

    private IReadOnlyList<DroppedComparable> Dropped(UsedComparable twin) =>
    [
        new("other.example", Url(90), twin.Title, twin.Year, twin.MileageKm, twin.Price, "duplicate"),
        new("market.example", Url(91), $"{Make} {Model}, {Year}", Year, MileageKm, Math.Round(MarketPrice * 0.31m), "outlier"),
        new("market.example", Url(92), $"{Make} {Model}, {Year - 4}", Year - 4, MileageKm + 60_000, Math.Round(MarketPrice * 0.72m), "otherYear"),
        new("market.example", Url(93), $"{Make} {Model}", null, null, MarketPrice, "incomplete"),
    ];

    private string Url(int index) => $"https://market.example/ads/{Plate.Sum(c => c)}{index:00}";
}
