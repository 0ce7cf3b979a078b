using SaleAuto.Presentation;

namespace SaleAuto.Accounting;

/// <summary>Accounts of the ledger. Most are kept per owner: a place, a person, a deal, a car or a resale.</summary>
public enum LedgerAccount
{
    /// <summary>Money of the company in a safe or a bank; per place.</summary>
    [Badge(BadgeColour.Green, Icon = "building-bank")]
    CashPlace,

    /// <summary>Money of the company with a seller; per person. Negative: the seller spent own money.</summary>
    [Badge(BadgeColour.Teal, Icon = "wallet")]
    Advance,

    /// <summary>Paid to clients for cars that are not in stock yet; per deal.</summary>
    [Badge(BadgeColour.Yellow, Icon = "calendar-event")]
    DealPayments,

    /// <summary>What the cars in stock cost: buyout and restoration; per car.</summary>
    [Badge(BadgeColour.Blue, Icon = "car")]
    Stock,

    /// <summary>Paid by buyers for cars that are not theirs yet; per resale.</summary>
    [Badge(BadgeColour.Orange, Icon = "hourglass")]
    Deposits,

    /// <summary>Profit or loss of cars that left the stock, until it is distributed; per car.</summary>
    [Badge(BadgeColour.Purple, Icon = "chart-bar")]
    CarProfit,

    /// <summary>Shares of profit that a person has not been paid yet; per person.</summary>
    [Badge(BadgeColour.Teal, Icon = "user")]
    Person,

    /// <summary>The company's own share.</summary>
    [Badge(BadgeColour.Green, Icon = "building")]
    Company,

    /// <summary>Kept for costs of the company.</summary>
    [Badge(BadgeColour.Gray, Icon = "pig-money")]
    Reserve,

    /// <summary>Money that the owners put in.</summary>
    [Badge(BadgeColour.Gray, Icon = "coins")]
    Capital,

    /// <summary>Costs of the company that belong to no car: rent, phones, adverts.</summary>
    [Badge(BadgeColour.Red, Icon = "receipt")]
    Costs,
}

/// <summary>What an entry of the ledger records.</summary>
public enum LedgerEntryKind
{
    /// <summary>Money handed over to a client for a car.</summary>
    [Badge(BadgeColour.Blue, Icon = "shopping-cart")]
    Buyout,

    /// <summary>A car came into stock at what was paid for it.</summary>
    [Badge(BadgeColour.Blue, Icon = "car")]
    IntoStock,

    /// <summary>Money spent on a car in stock.</summary>
    [Badge(BadgeColour.Orange, Icon = "tools")]
    Restoration,

    /// <summary>Money of a buyer came.</summary>
    [Badge(BadgeColour.Green, Icon = "cash")]
    Receipt,

    /// <summary>Money went back to a buyer.</summary>
    [Badge(BadgeColour.Red, Icon = "arrow-back-up")]
    Refund,

    /// <summary>A deposit that the company kept.</summary>
    [Badge(BadgeColour.Gray, Icon = "lock")]
    DepositKept,

    /// <summary>What a car was sold for.</summary>
    [Badge(BadgeColour.Green, Icon = "coins")]
    Resale,

    /// <summary>What a car had cost when it left the stock.</summary>
    [Badge(BadgeColour.Purple, Icon = "arrow-right")]
    CostOfSale,

    /// <summary>A car was given up at what it had cost.</summary>
    [Badge(BadgeColour.Red, Icon = "trash")]
    WriteOff,

    /// <summary>A share of a car's profit, or of its loss.</summary>
    [Badge(BadgeColour.Purple, Icon = "chart-pie")]
    Distribution,

    /// <summary>Money given to a seller to spend.</summary>
    [Badge(BadgeColour.Teal, Icon = "wallet")]
    AdvanceGiven,

    /// <summary>Money that a seller brought back.</summary>
    [Badge(BadgeColour.Teal, Icon = "wallet-off")]
    AdvanceReturned,

    /// <summary>Money moved between places.</summary>
    [Badge(BadgeColour.Gray, Icon = "arrows-exchange")]
    Transfer,

    /// <summary>Owners put money in.</summary>
    [Badge(BadgeColour.Green, Icon = "plus")]
    Contribution,

    /// <summary>Owners took money out.</summary>
    [Badge(BadgeColour.Red, Icon = "minus")]
    Withdrawal,

    /// <summary>A cost of the company that belongs to no car.</summary>
    [Badge(BadgeColour.Red, Icon = "receipt")]
    Cost,

    /// <summary>A person was paid the share of profit.</summary>
    [Badge(BadgeColour.Green, Icon = "user-dollar")]
    Payout,
}

/// <summary>What an entry of the ledger was written for.</summary>
public enum LedgerDocumentType
{
    /// <summary>A purchase.</summary>
    [Badge(BadgeColour.Gray)]
    Deal,

    /// <summary>A car in stock.</summary>
    [Badge(BadgeColour.Gray)]
    Car,

    /// <summary>An expense.</summary>
    [Badge(BadgeColour.Gray)]
    Expense,

    /// <summary>A resale.</summary>
    [Badge(BadgeColour.Gray)]
    Resale,

    /// <summary>A distribution of profit.</summary>
    [Badge(BadgeColour.Gray)]
    Distribution,

    /// <summary>A movement of money.</summary>
    [Badge(BadgeColour.Gray)]
    CashOperation,
}
