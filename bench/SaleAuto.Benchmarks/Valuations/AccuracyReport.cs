using System.Globalization;
using SaleAuto.Valuations;

namespace SaleAuto.Benchmarks.Valuations;

/// <summary>How one test car came out.</summary>
internal sealed record Outcome(decimal TruePrice, AppraisalFigures? Figures)
{
    /// <summary>Relative error of the market median.</summary>
    public double Error => (double)(Math.Abs(Figures!.MarketMedian - TruePrice) / TruePrice);

    public bool IsInside => Figures!.MarketLow <= TruePrice && TruePrice <= Figures.MarketHigh;
}

/// <summary>Accuracy over many test cars; errors and shares are of the covered ones.</summary>
internal sealed record AccuracyReport(int Cars, int Covered, double Mape, double MedianError, double Within10, double Within20, double Inside, double MedianWidth)
{
    public static AccuracyReport Of(IReadOnlyCollection<Outcome> outcomes)
    {
        var covered = outcomes.Where(o => o.Figures is not null).ToList();
        if (covered.Count == 0)
        {
            return new AccuracyReport(outcomes.Count, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }
        return new AccuracyReport(
            outcomes.Count,
            covered.Count,
            covered.Average(o => o.Error),
            Median(covered.Select(o => o.Error)),
            covered.Average(o => o.Error <= 0.1 ? 1.0 : 0),
            covered.Average(o => o.Error <= 0.2 ? 1.0 : 0),
            covered.Average(o => o.IsInside ? 1.0 : 0),
            Median(covered.Select(o => (double)((o.Figures!.MarketHigh - o.Figures.MarketLow) / o.Figures.MarketMedian))));
    }

    public IEnumerable<string> Lines()
    {
        yield return Line("cars", Cars.ToString(CultureInfo.InvariantCulture));
        yield return Line("covered", Percent((double)Covered / Math.Max(1, Cars)));
        yield return Line("MAPE", Percent(Mape));
        yield return Line("median error", Percent(MedianError));
        yield return Line("within 10 %", Percent(Within10));
        yield return Line("within 20 %", Percent(Within20));
        yield return Line("true price inside interval", Percent(Inside));
        yield return Line("median width of interval", Percent(MedianWidth));
    }

    private static string Line(string name, string value) => $"  {name,-28}{value,9}";

    private static string Percent(double share) => double.IsNaN(share) ? "-" : (share * 100).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
