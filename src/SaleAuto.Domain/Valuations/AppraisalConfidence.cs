namespace SaleAuto.Valuations;

/// <summary>How far the figures can be trusted, 0 to 1: more adverts, a narrower range and fresher adverts raise it.</summary>
internal static class AppraisalConfidence
{
    public static decimal Of(double weight, double halfWidth, double freshness, ComparisonSettings settings)
    {
        var count = weight / (weight + settings.HalfTrustedWeight);
        var narrow = settings.HalfTrustedWidth / (halfWidth + settings.HalfTrustedWidth);
        return decimal.Round((decimal)(count * narrow * (0.5 + (0.5 * freshness))), 2);
    }
}
