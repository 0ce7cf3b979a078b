namespace SaleAuto.Valuations;

/// <summary>Bounds of a valuation's fields.</summary>
public static class ValuationConsts
{
    /// <summary>Longest make or model.</summary>
    public const int MaxNameLength = 80;

    /// <summary>Length of a VIN (ISO 3779).</summary>
    public const int MaxVinLength = 17;
}
