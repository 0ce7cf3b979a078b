using SaleAuto.Presentation;

namespace SaleAuto.Expenses;

/// <summary>What money was spent on for a car in stock.</summary>
public enum ExpenseCategory
{
    /// <summary>Engine, gearbox, chassis and other repairs.</summary>
    [Badge(BadgeColour.Orange, Icon = "tool")]
    Repair,

    /// <summary>Spare parts and materials.</summary>
    [Badge(BadgeColour.Blue, Icon = "settings")]
    Parts,

    /// <summary>Body work and painting.</summary>
    [Badge(BadgeColour.Purple, Icon = "car-crash")]
    Bodywork,

    /// <summary>Cleaning and polishing.</summary>
    [Badge(BadgeColour.Teal, Icon = "sparkles")]
    Cleaning,

    /// <summary>Towing, delivery, fuel.</summary>
    [Badge(BadgeColour.Yellow, Icon = "truck")]
    Transport,

    /// <summary>Registration, duties, notary, inspection.</summary>
    [Badge(BadgeColour.Gray, Icon = "file-certificate")]
    Fees,

    /// <summary>Adverts for the resale.</summary>
    [Badge(BadgeColour.Blue, Icon = "speakerphone")]
    Advertising,

    /// <summary>Parking and storage.</summary>
    [Badge(BadgeColour.Gray, Icon = "building")]
    Storage,

    /// <summary>Something else.</summary>
    [Badge(BadgeColour.Gray, Icon = "dots")]
    Other,
}
