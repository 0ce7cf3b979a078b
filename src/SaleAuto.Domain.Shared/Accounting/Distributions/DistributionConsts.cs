namespace SaleAuto.Accounting.Distributions;

/// <summary>Bounds of the policy and of distributions.</summary>
public static class DistributionConsts
{
    /// <summary>Most rules of a version.</summary>
    public const int MaxRules = 30;

    /// <summary>Least percent.</summary>
    public const decimal MinPercent = 0.01m;

    /// <summary>All of it.</summary>
    public const decimal Whole = 100;

    /// <summary>Largest sum of a rule and largest bound of a profit, roubles.</summary>
    public const decimal MaxAmount = 100_000_000;

    /// <summary>Most days in stock that a rule may name.</summary>
    public const int MaxDays = 3650;

    /// <summary>Longest note on a version and longest reason of a reversal.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Most cars that a replay goes over.</summary>
    public const int MaxReplayedCars = 2000;
}
