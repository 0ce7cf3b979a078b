namespace SaleAuto.Valuations;

/// <summary>Weighted order statistics.</summary>
internal static class WeightedStatistics
{
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

    /// <summary>Value with half of the weight on either side, between the two middle values when the weight splits between them.</summary>
    public static double Median(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sorted = values.ToArray();
        var order = weights.ToArray();
        Array.Sort(sorted, order);
        var half = 0.0;
        foreach (var weight in order)
        {
            half += weight / 2;
        }
        var before = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var after = before + order[i];
            if (after > half || i == sorted.Length - 1)
            {
                return sorted[i];
            }
            if (after >= half * (1 - 1e-12))
            {
                return (sorted[i] + sorted[i + 1]) / 2;
            }
            before = after;
        }
        return double.NaN;
    }
}
