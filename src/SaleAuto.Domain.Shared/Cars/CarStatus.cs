using SaleAuto.Presentation;

namespace SaleAuto.Cars;

/// <summary>Where a bought car stands (domain facts, 2.5).</summary>
public enum CarStatus
{
    /// <summary>Bought, nothing done yet.</summary>
    [Badge(BadgeColour.Blue, Icon = "package")]
    Acquired,

    /// <summary>Being repaired or cleaned.</summary>
    [Badge(BadgeColour.Orange, Icon = "tools")]
    Restoration,

    /// <summary>Can be sold.</summary>
    [Badge(BadgeColour.Teal, Icon = "check")]
    Ready,

    /// <summary>Offered to buyers.</summary>
    [Badge(BadgeColour.Purple, Icon = "tag")]
    Listed,

    /// <summary>Kept for a buyer.</summary>
    [Badge(BadgeColour.Yellow, Icon = "bookmark")]
    Reserved,

    /// <summary>Sold on.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    Sold,

    /// <summary>Given up: sold for parts, wrecked or lost.</summary>
    [Badge(BadgeColour.Gray, Icon = "trash")]
    WrittenOff,
}
