namespace SaleAuto.Valuations;

/// <summary>How far the figures can be trusted, 0 to 1: more adverts, a narrower range and fresher adverts raise it.</summary>
internal static class AppraisalConfidence
{
    private const double HalfTrustedWeight = 4; // so many adverts of the very same kind earn half of the trust that endlessly many would
    private const double HalfTrustedWidth = 0.2;

    public static decimal Of(double weight, double halfWidth, double freshness)
    {
        var count = weight / (weight + HalfTrustedWeight);
        var narrow = HalfTrustedWidth / (halfWidth + HalfTrustedWidth);
        return decimal.Round((decimal)(count * narrow * (0.5 + (0.5 * freshness))), 2);
    }
}
