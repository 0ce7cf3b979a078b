namespace SaleAuto.Valuations;

/// <summary>Centre and spread of the comparables, adjusted to the valued car. Logarithms of roubles.</summary>
/// <param name="Centre">Best estimate.</param>
/// <param name="HalfWidth">Half of the true prices lie this near to the centre.</param>
/// <param name="Adjusted">Adjusted price of every advert of the window.</param>
/// <param name="IsOutlier">Whether the advert was left out of centre and spread.</param>
/// <param name="Weight">Weight of the adverts that count.</param>
internal sealed record MarketEstimate(double Centre, double HalfWidth, double[] Adjusted, bool[] IsOutlier, double Weight)
{
    private const double HuberReach = 1;
    private const int Rounds = 6;

    public static MarketEstimate Of(CarProfile target, ComparableWindow window, PriceFit fit, ComparisonSettings settings)
    {
        var explained = fit.Explain(target);
        var left = window.Adverts.Select(a => a.LogPrice - fit.Explain(a.Car)).ToArray(); // what the fit does not tell of each advert
        var usual = fit.Scale * WeightedStatistics.QuartileOfNormal;
        var (centre, halfWidth) = Describe(left, window.Weights, settings, usual);
        var fence = halfWidth * (1 + (2 * settings.OutlierFence)); // an interquartile range is two half widths
        var isOutlier = left.Select(value => Math.Abs(value - centre) > fence).ToArray();
        var inside = Enumerable.Range(0, left.Length).Where(i => !isOutlier[i]).ToArray();
        if (inside.Length > 0 && inside.Length < left.Length)
        {
            (centre, halfWidth) = Describe([.. inside.Select(i => left[i])], [.. inside.Select(i => window.Weights[i])], settings, usual);
        }
        var weight = inside.Sum(i => window.Weights[i]);
        var distance = inside.Sum(i => window.Weights[i] * (window.Adverts[i].Car.Year - target.Year)) / Math.Max(weight, double.Epsilon);
        return new MarketEstimate(
            explained + centre,
            Widen(halfWidth, weight, distance, settings),
            [.. left.Select(value => explained + value)],
            isOutlier,
            weight);
    }

    /// <summary>Usual half width of the interval for a car of this age, before any advert is known.</summary>
    public static double UsualHalfWidth(CarProfile target, ComparisonSettings settings) =>
        Math.Min(settings.UsualHalfWidth + (settings.HalfWidthPerYear * target.Age), 0.35);

    /// <summary>Robust mean, pulled to the fit, and the distance that half of the adverts keep from it.</summary>
    private static (double Centre, double HalfWidth) Describe(double[] left, double[] weights, ComparisonSettings settings, double usual)
    {
        var total = weights.Sum();
        var centre = WeightedStatistics.Median(left, weights) * total / (total + settings.FitWeight);
        var halfWidth = HalfWidthAbout(centre, left, weights, settings, usual);
        for (var round = 0; round < Rounds; round++)
        {
            var reach = HuberReach * halfWidth / WeightedStatistics.QuartileOfNormal;
            double sum = 0, counted = settings.FitWeight;
            for (var i = 0; i < left.Length; i++)
            {
                var distance = Math.Abs(left[i] - centre);
                var weight = weights[i] * (distance <= reach ? 1 : reach / distance);
                sum += weight * left[i];
                counted += weight;
            }
            centre = sum / counted;
            halfWidth = HalfWidthAbout(centre, left, weights, settings, usual);
        }
        return (centre, halfWidth);
    }

    /// <summary>Median distance from the centre, each taken as if the advert itself had not been counted, pulled to the usual width.</summary>
    private static double HalfWidthAbout(double centre, double[] left, double[] weights, ComparisonSettings settings, double usual)
    {
        var total = weights.Sum();
        var distances = new double[left.Length];
        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = Math.Abs(left[i] - centre) / (1 - (weights[i] / (total + settings.FitWeight)));
        }
        var own = WeightedStatistics.Median(distances, weights);
        return Math.Sqrt(((own * own * total) + (usual * usual * settings.UsualWidthWeight)) / (total + settings.UsualWidthWeight));
    }

    /// <summary>A centre of few adverts is uncertain itself, and so is one carried over from other years.</summary>
    private static double Widen(double halfWidth, double weight, double yearsAway, ComparisonSettings settings)
    {
        var carried = WeightedStatistics.QuartileOfNormal * settings.Age.Spread / 2 * yearsAway;
        return settings.IntervalScale * Math.Sqrt((halfWidth * halfWidth * (1 + (1 / (weight + settings.FitWeight)))) + (carried * carried));
    }
}
