using SaleAuto.Cars;
using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>
/// Values a car by adverts of its model: effects of age, mileage and equipment are fitted on the adverts themselves,
/// the nearest adverts are adjusted by them to this very car, and their weighted centre and spread make the range. docs/valuation.md tells the rules.
/// </summary>
public sealed class MarketAppraiser : IAppraiser
{
    /// <summary>Version of the rules, raised when the method changes.</summary>
    public const int RuleVersion = 2;

    /// <inheritdoc />
    public Appraisal Appraise(VehicleSpec vehicle, CarCondition? condition, IReadOnlyList<MarketListing> listings, ValuationSettings settings, DateTime now)
    {
        var screen = new ListingScreen(vehicle, settings.Comparison, now);
        screen.Run(listings);
        var evidence = new AppraisalEvidence
        {
            RuleVersion = RuleVersion,
            AppraisedAt = now,
            Vehicle = vehicle,
            Condition = condition ?? CarCondition.Good,
            Widening = "",
            Used = [],
            Dropped = screen.Dropped,
            Deductions = [],
            Settings = settings,
        };
        if (screen.Kept.Count == 0)
        {
            return new Appraisal { ManualReason = ManualValuationReason.TooFewComparables, Evidence = evidence };
        }
        return Compare(ProfileOf(vehicle, settings.Comparison, now), screen, evidence);
    }

    private static Appraisal Compare(CarProfile target, ListingScreen screen, AppraisalEvidence evidence)
    {
        var settings = evidence.Settings.Comparison;
        var adverts = screen.Kept.ConvertAll(listing => ComparableOf(listing, settings, evidence.AppraisedAt));
        var usual = settings.Effects();
        var usualScale = MarketEstimate.UsualHalfWidth(target, settings) / WeightedStatistics.QuartileOfNormal;
        var fit = Fit(adverts);
        var plausible = adverts.FindAll(a => Math.Abs(a.LogPrice - fit.Explain(a.Car)) <= Math.Log(settings.AbsurdRatio));
        if (plausible.Count > 0 && plausible.Count < adverts.Count)
        {
            fit = Fit(plausible); // what is absurd teaches nothing, as if it had not been there
        }
        var window = ComparableWindow.Choose(target, plausible, evidence.Settings);
        var estimate = window.Adverts.Count == 0 ? null : MarketEstimate.Of(target, window, fit, settings);

        DropUnused(screen, adverts, window, estimate, target);
        evidence = evidence with
        {
            Widening = window.Name,
            Used = estimate is null ? [] : Used(window, estimate),
            Dropped = screen.Dropped,
            Effects = [.. usual.Zip(fit.Effects, (effect, fitted) => new FittedEffect(effect.Name, effect.Effect.Usual, fitted))],
        };
        if (estimate is null || evidence.Used.Count < evidence.Settings.MinComparables)
        {
            return new Appraisal { ManualReason = ManualValuationReason.TooFewComparables, Evidence = evidence };
        }
        return Conclude(estimate, Freshness(window, estimate), evidence);

        PriceFit Fit(List<Comparable> known) => PriceFit.Of(known, FitWeights(target, known, settings), [.. usual.Select(e => e.Effect)], usualScale);
    }

    private static Appraisal Conclude(MarketEstimate estimate, double freshness, AppraisalEvidence evidence)
    {
        var low = ToMoney(estimate.Centre - estimate.HalfWidth);
        var high = ToMoney(estimate.Centre + estimate.HalfWidth);
        var offer = BuyoutOffer.Of(low, high, evidence.Condition, evidence.Settings);
        evidence = evidence with { Deductions = offer.Deductions };
        if (offer.Low < evidence.Settings.MinOffer || estimate.HalfWidth > Math.Log(1 + (double)evidence.Settings.MaxUncertainty))
        {
            return new Appraisal { ManualReason = ManualValuationReason.OutOfBounds, Evidence = evidence };
        }
        var average = decimal.Round(evidence.Used.Sum(u => u.AdjustedPrice * u.Weight) / evidence.Used.Sum(u => u.Weight));
        var confidence = AppraisalConfidence.Of(estimate.Weight, estimate.HalfWidth, freshness, evidence.Settings.Comparison);
        return new Appraisal
        {
            Figures = new AppraisalFigures(average, ToMoney(estimate.Centre), low, high, offer.Low, offer.High, evidence.Used.Count, confidence),
            Evidence = evidence,
        };
    }

    private static void DropUnused(ListingScreen screen, List<Comparable> adverts, ComparableWindow window, MarketEstimate? estimate, CarProfile target)
    {
        var counted = window.Adverts.Where((_, i) => estimate is not null && !estimate.IsOutlier[i]).ToHashSet();
        foreach (var advert in adverts.Where(a => !counted.Contains(a)))
        {
            var isNear = Math.Abs(advert.Car.Year - target.Year) <= window.Years;
            screen.Drop(advert.Listing, isNear ? DropReasons.Outlier : DropReasons.OtherYear);
        }
    }

    private static List<UsedComparable> Used(ComparableWindow window, MarketEstimate estimate)
    {
        var used = new List<UsedComparable>();
        for (var i = 0; i < window.Adverts.Count; i++)
        {
            if (!estimate.IsOutlier[i])
            {
                var listing = window.Adverts[i].Listing;
                var weight = Math.Max(0.001m, decimal.Round((decimal)window.Weights[i], 3));
                used.Add(new UsedComparable(listing.Source, listing.Url, listing.Title, listing.Vehicle.Year!.Value, listing.Vehicle.MileageKm, listing.Price, ToMoney(estimate.Adjusted[i]), weight));
            }
        }
        return used;
    }

    private static double Freshness(ComparableWindow window, MarketEstimate estimate)
    {
        var inside = Enumerable.Range(0, window.Adverts.Count).Where(i => !estimate.IsOutlier[i]).ToArray();
        return WeightedStatistics.Mean([.. inside.Select(i => window.Adverts[i].Freshness)], [.. inside.Select(i => window.Weights[i])]);
    }

    private static decimal ToMoney(double logPrice) => decimal.Round((decimal)Math.Exp(Math.Clamp(logPrice, 0, 30)));

    private static CarProfile ProfileOf(VehicleSpec car, ComparisonSettings settings, DateTime now) =>
        new(car.Year, car.MileageKm, car.PowerHp, car.EngineLitres, car.Fuel, car.Gearbox, car.Drive, settings, now.Year);

    private static Comparable ComparableOf(MarketListing listing, ComparisonSettings settings, DateTime now)
    {
        var car = listing.Vehicle;
        var profile = new CarProfile(car.Year!.Value, car.MileageKm, car.PowerHp, car.EngineLitres, car.Fuel, car.Gearbox, car.Drive, settings, now.Year);
        var days = listing.PostedOn is { } day ? Math.Max(0, DateOnly.FromDateTime(now).DayNumber - day.DayNumber) : 0;
        var freshness = Math.Max(0.05, Math.Pow(0.5, days / settings.HalfLifeDays));
        var quality = freshness * (profile.HasMileage ? 1 : settings.WeightWithoutMileage) * (profile.IsNew ? settings.WeightOfNewCar : 1);
        return new Comparable(listing, profile, freshness, quality);
    }

    /// <summary>Adverts of near years teach more. While they are few the reach grows, so that no single advert outweighs the rest.</summary>
    private static double[] FitWeights(CarProfile target, List<Comparable> adverts, ComparisonSettings settings)
    {
        const double growth = 1.5;
        var weights = adverts.Select(a => a.Quality).ToArray();
        for (var reach = settings.FitYears; reach <= settings.MaxWideningYears; reach *= growth)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                var distance = (adverts[i].Car.Year - target.Year) / reach;
                weights[i] = adverts[i].Quality * Math.Exp(-distance * distance / 2);
            }
            if (weights.Sum() >= settings.WantedComparables)
            {
                return weights;
            }
        }
        return weights;
    }
}
