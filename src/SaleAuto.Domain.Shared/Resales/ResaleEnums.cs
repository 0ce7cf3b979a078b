using SaleAuto.Presentation;

namespace SaleAuto.Resales;

/// <summary>Where the sale of a stock car stands (domain facts, 2.6).</summary>
public enum ResaleStatus
{
    /// <summary>Being agreed with the buyer.</summary>
    [Badge(BadgeColour.Gray, Icon = "circle-dashed")]
    Draft,

    /// <summary>Agreed, the money is awaited.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    AwaitingPayment,

    /// <summary>The money came.</summary>
    [Badge(BadgeColour.Green, Icon = "cash")]
    Received,

    /// <summary>The profit was shared out.</summary>
    [Badge(BadgeColour.Green, Icon = "checks")]
    Distributed,

    /// <summary>The buyer withdrew.</summary>
    [Badge(BadgeColour.Gray, Icon = "ban")]
    Cancelled,
}

/// <summary>How the money of a resale comes in.</summary>
public enum ReceiptMethod
{
    /// <summary>Cash.</summary>
    [Badge(BadgeColour.Gray, Icon = "cash")]
    Cash,

    /// <summary>Transfer to the company's account.</summary>
    [Badge(BadgeColour.Gray, Icon = "building-bank")]
    BankTransfer,

    /// <summary>Payment by card.</summary>
    [Badge(BadgeColour.Gray, Icon = "credit-card")]
    Card,

    /// <summary>The buyer's bank pays.</summary>
    [Badge(BadgeColour.Gray, Icon = "coins")]
    BuyerCredit,
}
