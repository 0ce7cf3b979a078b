using SaleAuto.Presentation;

namespace SaleAuto.Deals;

/// <summary>Where a planned purchase stands (domain facts, 2.3). Steps cannot be skipped.</summary>
public enum DealStatus
{
    /// <summary>Planned by a manager; seller and client are told.</summary>
    [Badge(BadgeColour.Blue, Icon = "calendar-event")]
    Assigned,

    /// <summary>The seller confirmed.</summary>
    [Badge(BadgeColour.Teal, Icon = "user-check")]
    Accepted,

    /// <summary>The seller cannot attend and asks for somebody else.</summary>
    [Badge(BadgeColour.Orange, Icon = "switch-horizontal")]
    ReassignRequested,

    /// <summary>The seller is at the place and looks at the car.</summary>
    [Badge(BadgeColour.Purple, Icon = "search")]
    Inspection,

    /// <summary>The final price is agreed.</summary>
    [Badge(BadgeColour.Purple, Icon = "tag")]
    PriceAgreed,

    /// <summary>Contract and act are signed.</summary>
    [Badge(BadgeColour.Purple, Icon = "writing-sign")]
    DocumentsSigned,

    /// <summary>The money was handed over.</summary>
    [Badge(BadgeColour.Green, Icon = "cash")]
    Paid,

    /// <summary>The car is ours.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    Completed,

    /// <summary>The client does not sell.</summary>
    [Badge(BadgeColour.Red, Icon = "circle-x")]
    RejectedByClient,

    /// <summary>The seller does not buy.</summary>
    [Badge(BadgeColour.Red, Icon = "circle-x")]
    RejectedBySeller,
}
