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
    public const int RuleVersion = 1;

    /// <inheritdoc />
    public Appraisal Appraise(VehicleSpec vehicle, CarCondition? condition, IReadOnlyList<MarketListing> listings, ValuationSettings settings, DateTime now)
    {
        var comparison = settings.Comparison;
        var screen = new ListingScreen(vehicle, comparison, now);
        screen.Run(listings);
        var target = ProfileOf(vehicle, comparison, now);
        var adverts = screen.Kept.Select(listing => ComparableOf(listing, comparison, now)).ToList();
        var window = ComparableWindow.Choose(target, adverts, settings);
        var usualScale = Math.Min(0.5, (comparison.UsualHalfWidth + (comparison.HalfWidthPerYear * target.Age)) / 0.6745);
        if (window.Adverts.Count < settings.MinComparables)
        {
            return Manual(ManualValuationReason.TooFewComparables);
        }
        var fit = PriceFit.Of(adverts, FitWeights(target, adverts, comparison), comparison.Effects().Select(e => e.Effect).ToList(), usualScale);
        var estimate = MarketEstimate.Of(target, window, fit, comparison, usualScale);
        foreach (var advert in adverts.Except(window.Adverts))
        {
            screen.Drop(advert.Listing, DropReasons.OtherYear);
        }
        foreach (var advert in estimate.Outliers)
        {
            screen.Drop(advert.Listing, DropReasons.Outlier);
        }
        if (estimate.Used.Count < settings.MinComparables)
        {
            return Manual(ManualValuationReason.TooFewComparables);
        }
        var median = ToMoney(estimate.LogCentre);
        var low = ToMoney(estimate.LogCentre - estimate.HalfWidth);
        var high = ToMoney(estimate.LogCentre + estimate.HalfWidth);
        var offer = BuyoutOffer.Of(low, high, condition ?? CarCondition.Good, settings);
        var tooWide = estimate.HalfWidth > Math.Log(1 + (double)settings.MaxUncertainty);
        if (tooWide || offer.Low < settings.MinOffer)
        {
            return Manual(ManualValuationReason.OutOfBounds);
        }
        return new Appraisal
        {
            Figures = new AppraisalFigures(ToMoney(estimate.LogAverage), median, low, high, offer.Low, offer.High, estimate.Used.Count, 0.5m),
            Evidence = Evidence(estimate.Used, offer.Deductions),
        };

        Appraisal Manual(ManualValuationReason reason) => new() { ManualReason = reason, Evidence = Evidence([], []) };

        AppraisalEvidence Evidence(IReadOnlyList<UsedComparable> used, IReadOnlyList<AppraisalAdjustment> deductions) => new()
        {
            RuleVersion = RuleVersion,
            Vehicle = vehicle,
            Widening = window.Name,
            Used = used,
            Dropped = [.. screen.Dropped],
            Deductions = deductions,
            Settings = settings,
        };
    }

    private static decimal ToMoney(double logPrice) => decimal.Round((decimal)Math.Exp(logPrice), 0);

    private static CarProfile ProfileOf(VehicleSpec car, ComparisonSettings settings, DateTime now) =>
        new(car.Year, car.MileageKm, car.PowerHp, car.EngineLitres, car.Fuel, car.Gearbox, car.Drive, settings, now.Year);

    private static Comparable ComparableOf(MarketListing listing, ComparisonSettings settings, DateTime now)
    {
        var car = listing.Vehicle;
        var profile = new CarProfile(car.Year!.Value, car.MileageKm, car.PowerHp, car.EngineLitres, car.Fuel, car.Gearbox, car.Drive, settings, now.Year);
        return new Comparable(listing, profile, Quality(listing, profile, settings, now));
    }

    private static double Quality(MarketListing listing, CarProfile car, ComparisonSettings settings, DateTime now)
    {
        var days = listing.PostedOn is { } day ? Math.Max(0, DateOnly.FromDateTime(now).DayNumber - day.DayNumber) : 0;
        var quality = Math.Max(0.1, Math.Pow(0.5, days / settings.HalfLifeDays));
        quality *= car.HasMileage ? 1 : settings.WeightWithoutMileage;
        return quality * (car.IsNew ? settings.WeightOfNewCar : 1);
    }

    /// <summary>Adverts of near years teach more; the distance counts from the nearest one, so that a far car is still explained.</summary>
    private static double[] FitWeights(CarProfile target, IReadOnlyList<Comparable> adverts, ComparisonSettings settings)
    {
        var nearest = adverts.Min(a => Math.Abs(a.Car.Year - target.Year));
        return [.. adverts.Select(a =>
        {
            var distance = (Math.Abs(a.Car.Year - target.Year) - nearest) / settings.FitYears;
            return a.Quality * Math.Exp(-distance * distance / 2);
        })];
    }
}
