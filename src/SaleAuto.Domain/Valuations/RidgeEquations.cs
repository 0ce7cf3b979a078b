namespace SaleAuto.Valuations;

/// <summary>Weighted normal equations of the price on the features, with every effect pulled to its usual value.</summary>
internal sealed class RidgeEquations
{
    private const int Sweeps = 40;
    private const double Settled = 1e-7;

    private readonly double[] _rowMean = new double[CarProfile.FeatureCount];
    private readonly double[] _target = new double[CarProfile.FeatureCount];
    private readonly double[,] _products = new double[CarProfile.FeatureCount, CarProfile.FeatureCount];
    private readonly double _priceMean;

    public RidgeEquations(double[][] rows, double[] prices, double[] weights)
    {
        _priceMean = WeightedStatistics.Mean(prices, weights);
        var total = weights.Sum();
        for (var k = 0; k < _rowMean.Length; k++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                _rowMean[k] += weights[i] / total * rows[i][k];
            }
        }
        var centred = new double[_rowMean.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (weights[i] > 0)
            {
                Add(rows[i], prices[i] - _priceMean, weights[i], centred);
            }
        }
    }

    /// <summary>Improves the effects by bounded coordinate descent and returns the level that goes with them.</summary>
    /// <param name="effects">Start and result.</param>
    /// <param name="usual">Usual effects.</param>
    /// <param name="scale">Standard deviation of the adverts: how much one advert knows against the usual effects.</param>
    public double Solve(double[] effects, IReadOnlyList<PriceEffect> usual, double scale)
    {
        for (var sweep = 0; sweep < Sweeps && Sweep(effects, usual, scale) > Settled; sweep++)
        {
        }
        var level = _priceMean;
        for (var k = 0; k < effects.Length; k++)
        {
            level -= effects[k] * _rowMean[k];
        }
        return level;
    }

    private void Add(double[] row, double price, double weight, double[] centred)
    {
        for (var k = 0; k < centred.Length; k++)
        {
            centred[k] = row[k] - _rowMean[k];
        }
        for (var k = 0; k < centred.Length; k++)
        {
            if (centred[k] != 0)
            {
                var weighted = weight * centred[k];
                _target[k] += weighted * price;
                for (var m = 0; m <= k; m++)
                {
                    _products[k, m] += weighted * centred[m];
                }
            }
        }
    }

    private double Sweep(double[] effects, IReadOnlyList<PriceEffect> usual, double scale)
    {
        var moved = 0.0;
        for (var k = 0; k < effects.Length; k++)
        {
            var pull = scale * scale / (usual[k].Spread * usual[k].Spread);
            var rest = _target[k] + (pull * usual[k].Usual);
            for (var m = 0; m < effects.Length; m++)
            {
                rest -= m == k ? 0 : _products[Math.Max(k, m), Math.Min(k, m)] * effects[m]; // only the lower half is filled
            }
            var effect = Bound((CarFeature)k, rest / (_products[k, k] + pull));
            moved = Math.Max(moved, Math.Abs(effect - effects[k]));
            effects[k] = effect;
        }
        return moved;
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
