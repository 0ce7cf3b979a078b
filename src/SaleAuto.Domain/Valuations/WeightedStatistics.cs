namespace SaleAuto.Valuations;

/// <summary>Weighted mean and median.</summary>
internal static class WeightedStatistics
{
    /// <summary>Half of a normal distribution lies within this many standard deviations.</summary>
    public const double QuartileOfNormal = 0.6745;

    private const double Rounding = 1e-12;

    public static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] * weights[i];
            total += weights[i];
        }
        return sum / total;
    }

    /// <summary>Value with half of the weight on either side; midway between two values when the weight splits between them.</summary>
    public static double Median(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sorted = values.ToArray();
        var order = weights.ToArray();
        Array.Sort(sorted, order);
        var half = order.Sum() / 2;
        var passed = 0.0;
        for (var i = 0; i < sorted.Length - 1; i++)
        {
            passed += order[i];
            if (passed > half * (1 + Rounding))
            {
                return sorted[i];
            }
            if (passed >= half * (1 - Rounding))
            {
                return (sorted[i] + sorted[i + 1]) / 2;
            }
        }
        return sorted[^1];
    }
}
