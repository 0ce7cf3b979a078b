using SaleAuto.Presentation;

namespace SaleAuto.Cars;

/// <summary>State of a car in the words of its owner, from best to worst.</summary>
public enum CarCondition
{
    /// <summary>Like new.</summary>
    [Badge(BadgeColour.Green)]
    Excellent,

    /// <summary>Everything works, light wear.</summary>
    [Badge(BadgeColour.Teal)]
    Good,

    /// <summary>Runs, needs some repair.</summary>
    [Badge(BadgeColour.Yellow)]
    Fair,

    /// <summary>Runs badly, damaged or worn out.</summary>
    [Badge(BadgeColour.Orange)]
    Poor,

    /// <summary>Does not run.</summary>
    [Badge(BadgeColour.Red)]
    NotRunning,
}
