namespace SaleAuto.Valuations;

/// <summary>Centre and spread of the comparables, adjusted to the valued car. Logarithms of roubles.</summary>
internal sealed class MarketEstimate
{
    private const double HuberTuning = 1.0;
    private const int Rounds = 6;

    private MarketEstimate()
    {
    }

    public required double LogCentre { get; init; }

    public required double LogAverage { get; init; }

    public required double HalfWidth { get; init; }

    public required double EffectiveCount { get; init; }

    public required IReadOnlyList<UsedComparable> Used { get; init; }

    public required IReadOnlyList<Comparable> Outliers { get; init; }

    public static MarketEstimate Of(CarProfile target, ComparableWindow window, PriceFit fit, ComparisonSettings settings, double usualScale)
    {
        var explained = fit.Explain(target);
        var differences = window.Adverts.Select(a => a.LogPrice - fit.Explain(a.Car)).ToArray(); // what the fit leaves of each advert
        var (centre, halfWidth) = Centre(differences, window.Weights, settings, usualScale);
        var fence = halfWidth * (1 + (2 * settings.OutlierFence));
        var inside = Enumerable.Range(0, differences.Length).Where(i => Math.Abs(differences[i] - centre) <= fence).ToArray();
        var kept = inside.Select(i => differences[i]).ToArray();
        var weights = inside.Select(i => window.Weights[i]).ToArray();
        if (kept.Length > 0)
        {
            (centre, halfWidth) = Centre(kept, weights, settings, usualScale);
        }
        var prices = kept.Select(d => explained + d).ToArray();
        return new MarketEstimate
        {
            LogCentre = explained + centre,
            LogAverage = kept.Length == 0 ? explained : Math.Log(WeightedStatistics.Mean(prices.Select(Math.Exp).ToArray(), weights)),
            HalfWidth = halfWidth * settings.IntervalScale,
            EffectiveCount = weights.Sum(),
            Used = [.. inside.Select((advert, i) => Describe(window.Adverts[advert], Math.Exp(prices[i]), weights[i]))],
            Outliers = [.. Enumerable.Range(0, differences.Length).Except(inside).Select(i => window.Adverts[i])],
        };
    }

    /// <summary>Robust mean, pulled to the fit, and the distance that half of the adverts keep from it when they are not counted themselves.</summary>
    private static (double Centre, double HalfWidth) Centre(double[] differences, double[] weights, ComparisonSettings settings, double usualScale)
    {
        var total = weights.Sum();
        var centre = WeightedStatistics.Median(differences, weights) * total / (total + settings.FitWeight);
        var halfWidth = HalfOfDistances(differences, weights, centre, settings, usualScale);
        for (var round = 0; round < Rounds; round++)
        {
            var reach = HuberTuning * halfWidth / 0.6745;
            double sum = 0, counted = settings.FitWeight;
            for (var i = 0; i < differences.Length; i++)
            {
                var distance = Math.Abs(differences[i] - centre);
                var weight = weights[i] * (distance <= reach ? 1 : reach / distance);
                sum += weight * differences[i];
                counted += weight;
            }
            centre = sum / counted;
            halfWidth = HalfOfDistances(differences, weights, centre, settings, usualScale);
        }
        return (centre, halfWidth);
    }

    private static double HalfOfDistances(double[] differences, double[] weights, double centre, ComparisonSettings settings, double usualScale)
    {
        var total = weights.Sum() + settings.FitWeight;
        var distances = new double[differences.Length];
        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = Math.Abs(differences[i] - centre) / (1 - (weights[i] / total)); // as if the advert itself had not been counted
        }
        var own = WeightedStatistics.Median(distances, weights);
        var usual = usualScale * 0.6745;
        var count = weights.Sum();
        var pooled = ((own * own * count) + (usual * usual * settings.UsualWidthWeight)) / (count + settings.UsualWidthWeight);
        return Math.Sqrt(pooled);
    }

    private static UsedComparable Describe(Comparable advert, double adjusted, double weight) => new(
        advert.Listing.Source,
        advert.Listing.Url,
        advert.Listing.Title,
        advert.Car.Year,
        advert.Listing.Vehicle.MileageKm,
        advert.Listing.Price,
        decimal.Round((decimal)adjusted, 0),
        decimal.Round((decimal)weight, 3));
}
