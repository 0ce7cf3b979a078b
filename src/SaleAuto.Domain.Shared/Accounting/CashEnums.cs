using SaleAuto.Presentation;

namespace SaleAuto.Accounting;

/// <summary>Where the company keeps its money.</summary>
public enum CashPlaceKind
{
    /// <summary>Cash.</summary>
    [Badge(BadgeColour.Green, Icon = "cash")]
    Safe,

    /// <summary>An account in a bank.</summary>
    [Badge(BadgeColour.Blue, Icon = "building-bank")]
    Bank,
}

/// <summary>A movement of money that is no purchase, expense or sale.</summary>
public enum CashOperationKind
{
    /// <summary>To a seller, to spend.</summary>
    [Badge(BadgeColour.Teal, Icon = "wallet")]
    AdvanceGiven,

    /// <summary>Back from a seller.</summary>
    [Badge(BadgeColour.Teal, Icon = "wallet-off")]
    AdvanceReturned,

    /// <summary>From one place to another.</summary>
    [Badge(BadgeColour.Gray, Icon = "arrows-exchange")]
    Transfer,

    /// <summary>From the owners.</summary>
    [Badge(BadgeColour.Green, Icon = "plus")]
    Contribution,

    /// <summary>To the owners, from the company's share.</summary>
    [Badge(BadgeColour.Red, Icon = "minus")]
    Withdrawal,

    /// <summary>A cost of the company that belongs to no car.</summary>
    [Badge(BadgeColour.Red, Icon = "receipt")]
    Cost,

    /// <summary>To a person, from the shares of profit.</summary>
    [Badge(BadgeColour.Green, Icon = "user-dollar")]
    Payout,
}
