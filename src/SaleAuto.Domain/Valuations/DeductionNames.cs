namespace SaleAuto.Valuations;

/// <summary>Stable codes of <see cref="AppraisalAdjustment.Name"/>.</summary>
public static class DeductionNames
{
    /// <summary>The company's margin.</summary>
    public const string Margin = "margin";

    /// <summary>Hidden defects, slow sale.</summary>
    public const string Risk = "risk";

    /// <summary>Expected repair by condition.</summary>
    public const string Repair = "repair";

    /// <summary>Rounding down.</summary>
    public const string Rounding = "rounding";
}
