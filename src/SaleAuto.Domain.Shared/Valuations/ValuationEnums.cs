using SaleAuto.Presentation;

namespace SaleAuto.Valuations;

/// <summary>State of a valuation as the client sees it.</summary>
public enum ValuationStatus
{
    /// <summary>Being computed.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    Pending,

    /// <summary>A range is shown.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    Ready,

    /// <summary>No honest figure; a manager names the price.</summary>
    [Badge(BadgeColour.Orange, Icon = "user-question")]
    Manual,
}

/// <summary>Why a manager has to name the price.</summary>
public enum ManualValuationReason
{
    /// <summary>The registry does not know the plate.</summary>
    PlateUnknown,

    /// <summary>The registry could not be asked within its time.</summary>
    RegistryUnavailable,

    /// <summary>Fewer comparable adverts than the settings require.</summary>
    TooFewComparables,

    /// <summary>No market source answered.</summary>
    MarketUnavailable,

    /// <summary>What would be offered is too little or too uncertain to be shown.</summary>
    OutOfBounds,
}
