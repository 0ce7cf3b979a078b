namespace SaleAuto.Cars;

/// <summary>State of a car in the words of its owner, from best to worst.</summary>
public enum CarCondition
{
    /// <summary>Like new.</summary>
    Excellent,

    /// <summary>Everything works, light wear.</summary>
    Good,

    /// <summary>Runs, needs some repair.</summary>
    Fair,

    /// <summary>Runs badly, damaged or worn out.</summary>
    Poor,

    /// <summary>Does not run.</summary>
    NotRunning,
}
