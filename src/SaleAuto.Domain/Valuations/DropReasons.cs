namespace SaleAuto.Valuations;

/// <summary>Stable codes of <see cref="DroppedComparable.Reason"/>.</summary>
public static class DropReasons
{
    /// <summary>The same car, advertised twice or on two sites.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Price far from what the other adverts explain.</summary>
    public const string Outlier = "outlier";

    /// <summary>Price not in roubles.</summary>
    public const string Currency = "currency";

    /// <summary>Another make or model.</summary>
    public const string OtherModel = "otherModel";

    /// <summary>Beyond the widest step that was needed.</summary>
    public const string OtherYear = "otherYear";

    /// <summary>No price, year, make or model.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>A year or mileage that cannot be true.</summary>
    public const string Implausible = "implausible";

    /// <summary>Enough nearer adverts were found.</summary>
    public const string NotNeeded = "notNeeded";
}
