namespace SaleAuto.Valuations;

/// <summary>
/// Robust ridge regression of the logarithm of the price on the features of <see cref="CarProfile"/>: effects are pulled to their usual values,
/// age and mileage may only lower the price, and adverts far from the rest lose their weight.
/// </summary>
internal sealed class PriceFit
{
    private const int HuberRounds = 4;
    private const int BiweightRounds = 4;
    private const double HuberReach = 1.345;
    private const double BiweightReach = 4.7;
    private const double LeastScale = 0.03;
    private const double UsualScaleWeight = 4; // the usual spread counts as this many adverts

    private readonly double[] _effects;
    private readonly double[] _means;
    private readonly double _level;

    private PriceFit(double[] effects, double[] means, double level, double scale)
    {
        _effects = effects;
        _means = means;
        _level = level;
        Scale = scale;
    }

    /// <summary>Effects by <see cref="CarFeature"/>.</summary>
    public IReadOnlyList<double> Effects => _effects;

    /// <summary>Standard deviation of the adverts about the fit, of the logarithm of the price.</summary>
    public double Scale { get; }

    /// <summary>Fits the adverts with the given weights.</summary>
    /// <param name="adverts">At least one.</param>
    /// <param name="weights">One for each advert, above zero.</param>
    /// <param name="usual">Effects where the adverts say nothing.</param>
    /// <param name="usualScale">Standard deviation where the adverts say nothing.</param>
    public static PriceFit Of(IReadOnlyList<Comparable> adverts, double[] weights, IReadOnlyList<PriceEffect> usual, double usualScale)
    {
        var means = FeatureMeans(adverts, weights);
        var rows = adverts.Select(a => Row(a.Car, means)).ToArray();
        var prices = adverts.Select(a => a.LogPrice).ToArray();
        var effects = usual.Select(e => e.Usual).ToArray();
        var left = new double[rows.Length];
        var robust = new double[rows.Length];
        Unexplained(rows, prices, effects, left);
        var level = WeightedStatistics.Median(left, weights);
        var scale = usualScale;
        for (var round = 0; round < HuberRounds + BiweightRounds; round++)
        {
            scale = SpreadOf(left, weights, level, usualScale);
            for (var i = 0; i < rows.Length; i++)
            {
                var distance = Math.Abs(left[i] - level) / scale;
                robust[i] = weights[i] * (round < HuberRounds ? Huber(distance) : Biweight(distance));
            }
            if (robust.Sum() <= 0)
            {
                break; // nothing agrees with the level: the last fit stands
            }
            level = new RidgeEquations(rows, prices, robust).Solve(effects, usual, scale);
            Unexplained(rows, prices, effects, left);
        }
        return new PriceFit(effects, means, level, scale);
    }

    /// <summary>Logarithm of the price of this car.</summary>
    public double Explain(CarProfile car)
    {
        var sum = _level;
        for (var k = 0; k < _effects.Length; k++)
        {
            var difference = car.Features[k] - _means[k];
            sum += double.IsNaN(difference) ? 0 : _effects[k] * difference; // what nobody says is taken as the mean
        }
        return sum;
    }

    private static double Huber(double distance) => distance <= HuberReach ? 1 : HuberReach / distance;

    private static double Biweight(double distance)
    {
        var rest = 1 - (distance / BiweightReach * (distance / BiweightReach));
        return rest <= 0 ? 0 : rest * rest;
    }

    /// <summary>Mean of every feature over the adverts that tell it; NaN where none does.</summary>
    private static double[] FeatureMeans(IReadOnlyList<Comparable> adverts, double[] weights)
    {
        var means = new double[CarProfile.FeatureCount];
        for (var k = 0; k < means.Length; k++)
        {
            double sum = 0, total = 0;
            for (var i = 0; i < adverts.Count; i++)
            {
                var value = adverts[i].Car.Features[k];
                if (!double.IsNaN(value))
                {
                    sum += weights[i] * value;
                    total += weights[i];
                }
            }
            means[k] = sum / total;
        }
        return means;
    }

    private static double[] Row(CarProfile car, double[] means) =>
        [.. car.Features.Zip(means, (value, mean) => double.IsNaN(value) ? 0 : value - mean)];

    private static void Unexplained(double[][] rows, double[] prices, double[] effects, double[] left)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            left[i] = prices[i];
            for (var k = 0; k < effects.Length; k++)
            {
                left[i] -= effects[k] * rows[i][k];
            }
        }
    }

    /// <summary>Standard deviation from the median distance, pulled to the usual one while the adverts are few.</summary>
    private static double SpreadOf(double[] left, double[] weights, double level, double usualScale)
    {
        var own = WeightedStatistics.Median([.. left.Select(value => Math.Abs(value - level))], weights) / WeightedStatistics.QuartileOfNormal;
        own = Math.Min(own, 4 * usualScale);
        var total = weights.Sum();
        return Math.Max(LeastScale, Math.Sqrt(((own * own * total) + (usualScale * usualScale * UsualScaleWeight)) / (total + UsualScaleWeight)));
    }
}
