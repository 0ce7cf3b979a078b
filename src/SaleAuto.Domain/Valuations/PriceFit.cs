namespace SaleAuto.Valuations;

/// <summary>
/// Robust ridge regression of the logarithm of the price: effects are pulled to their usual values by their spread, age and mileage may only lower the price,
/// and adverts far from the rest lose their weight.
/// </summary>
internal sealed class PriceFit
{
    private const int HuberRounds = 4;
    private const int BiweightRounds = 4;
    private const double HuberTuning = 1.345;
    private const double BiweightTuning = 4.7;
    private const double LeastScale = 0.03;
    private const int Sweeps = 40;

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

    /// <summary>Robust standard deviation of the adverts about the fit.</summary>
    public double Scale { get; }

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

    /// <summary>Fits the adverts with the given weights; usual effects where they say nothing.</summary>
    public static PriceFit Of(IReadOnlyList<Comparable> adverts, double[] weights, IReadOnlyList<PriceEffect> usual, double usualScale)
    {
        var count = adverts.Count;
        var means = FeatureMeans(adverts, weights);
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            rows[i] = new double[means.Length];
            for (var k = 0; k < means.Length; k++)
            {
                var value = adverts[i].Car.Features[k];
                rows[i][k] = double.IsNaN(value) ? 0 : value - means[k];
            }
        }
        var prices = adverts.Select(a => a.LogPrice).ToArray();
        var effects = usual.Select(e => e.Usual).ToArray();
        var residuals = new double[count];
        var robust = new double[count];
        Residuals(rows, prices, effects, residuals);
        var level = WeightedStatistics.Median(residuals, weights);
        var scale = usualScale;
        for (var round = 0; round < HuberRounds + BiweightRounds; round++)
        {
            scale = Spread(residuals, weights, level, usualScale);
            for (var i = 0; i < count; i++)
            {
                var distance = Math.Abs(residuals[i] - level) / scale;
                robust[i] = weights[i] * (round < HuberRounds ? Huber(distance) : Biweight(distance));
            }
            level = Solve(rows, prices, robust, effects, usual, scale);
            Residuals(rows, prices, effects, residuals);
        }
        return new PriceFit(effects, means, level, scale);
    }

    private static double Huber(double distance) => distance <= HuberTuning ? 1 : HuberTuning / distance;

    private static double Biweight(double distance)
    {
        var rest = 1 - (distance / BiweightTuning * (distance / BiweightTuning));
        return rest <= 0 ? 0 : rest * rest;
    }

    /// <summary>Mean of every feature over the adverts that tell it; 0 where none does.</summary>
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
            means[k] = total > 0 ? sum / total : double.NaN;
        }
        return means;
    }

    private static void Residuals(double[][] rows, double[] prices, double[] effects, double[] residuals)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var explained = 0.0;
            for (var k = 0; k < effects.Length; k++)
            {
                explained += effects[k] * rows[i][k];
            }
            residuals[i] = prices[i] - explained;
        }
    }

    /// <summary>Standard deviation from the median distance, pulled to the usual one while the adverts are few.</summary>
    private static double Spread(double[] residuals, double[] weights, double level, double usualScale)
    {
        const double usualCount = 4;
        var distances = residuals.Select(r => Math.Abs(r - level)).ToArray();
        var own = WeightedStatistics.Median(distances, weights) / 0.6745;
        own = Math.Min(own, 4 * usualScale);
        var total = weights.Sum();
        return Math.Max(LeastScale, Math.Sqrt(((own * own * total) + (usualScale * usualScale * usualCount)) / (total + usualCount)));
    }

    /// <summary>Penalised least squares by coordinate descent; returns the level.</summary>
    private static double Solve(double[][] rows, double[] prices, double[] weights, double[] effects, IReadOnlyList<PriceEffect> usual, double scale)
    {
        var size = effects.Length;
        double total = 0, priceMean = 0;
        var rowMean = new double[size];
        for (var i = 0; i < rows.Length; i++)
        {
            total += weights[i];
            priceMean += weights[i] * prices[i];
            for (var k = 0; k < size; k++)
            {
                rowMean[k] += weights[i] * rows[i][k];
            }
        }
        priceMean /= total;
        for (var k = 0; k < size; k++)
        {
            rowMean[k] /= total;
        }
        var products = new double[size, size];
        var target = new double[size];
        var centred = new double[size];
        for (var i = 0; i < rows.Length; i++)
        {
            var weight = weights[i];
            if (weight == 0)
            {
                continue;
            }
            for (var k = 0; k < size; k++)
            {
                centred[k] = rows[i][k] - rowMean[k];
            }
            var price = prices[i] - priceMean;
            for (var k = 0; k < size; k++)
            {
                if (centred[k] == 0)
                {
                    continue;
                }
                var weighted = weight * centred[k];
                target[k] += weighted * price;
                for (var m = 0; m < size; m++)
                {
                    products[k, m] += weighted * centred[m];
                }
            }
        }
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var moved = 0.0;
            for (var k = 0; k < size; k++)
            {
                var penalty = scale * scale / (usual[k].Spread * usual[k].Spread);
                var rest = target[k] + (penalty * usual[k].Usual);
                for (var m = 0; m < size; m++)
                {
                    rest -= m == k ? 0 : products[k, m] * effects[m];
                }
                var value = Bound((CarFeature)k, rest / (products[k, k] + penalty));
                moved = Math.Max(moved, Math.Abs(value - effects[k]));
                effects[k] = value;
            }
            if (moved < 1e-7)
            {
                break;
            }
        }
        var level = priceMean;
        for (var k = 0; k < size; k++)
        {
            level -= effects[k] * rowMean[k];
        }
        return level;
    }

    /// <summary>More years and more kilometres never raise the price; a new car never costs less than a driven one.</summary>
    private static double Bound(CarFeature feature, double effect) => feature switch
    {
        CarFeature.Age => Math.Clamp(effect, -0.3, 0),
        CarFeature.Mileage => Math.Clamp(effect, -0.5, 0),
        CarFeature.NewCar => Math.Clamp(effect, 0, 0.4),
        _ => effect,
    };
}
