namespace SaleAuto.Presentation;

/// <summary>How a value of an enum looks in lists, on boards and in charts.</summary>
/// <param name="colour">Its colour: says whether it is good, waits or is lost, never alone, always with the name.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class BadgeAttribute(BadgeColour colour) : Attribute
{
    /// <summary>The colour.</summary>
    public BadgeColour Colour { get; } = colour;

    /// <summary>Icon name, or null.</summary>
    public string? Icon { get; init; }
}

/// <summary>Colours of badges; each has a light and a dark shade with enough contrast.</summary>
public enum BadgeColour
{
    /// <summary>Nothing special.</summary>
    Gray,

    /// <summary>New.</summary>
    Blue,

    /// <summary>In hand.</summary>
    Teal,

    /// <summary>Planned.</summary>
    Purple,

    /// <summary>Waits for somebody.</summary>
    Yellow,

    /// <summary>Needs attention.</summary>
    Orange,

    /// <summary>Failed or lost.</summary>
    Red,

    /// <summary>Done.</summary>
    Green,
}
