using SaleAuto.Presentation;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Whom a rule of the policy gives a share of a car's profit.</summary>
public enum DistributionShare
{
    /// <summary>Who planned the purchase.</summary>
    [Badge(BadgeColour.Blue, Icon = "headset")]
    Manager,

    /// <summary>Who bought the car.</summary>
    [Badge(BadgeColour.Teal, Icon = "car")]
    BuyingSeller,

    /// <summary>Who sold the car.</summary>
    [Badge(BadgeColour.Purple, Icon = "cash")]
    SellingSeller,

    /// <summary>One named member of the staff, whoever worked on the car.</summary>
    [Badge(BadgeColour.Yellow, Icon = "user")]
    Person,

    /// <summary>The company itself.</summary>
    [Badge(BadgeColour.Gray, Icon = "building")]
    Company,

    /// <summary>Money put aside for costs.</summary>
    [Badge(BadgeColour.Orange, Icon = "shield")]
    Reserve,
}

/// <summary>How much a rule gives.</summary>
public enum RuleMeasure
{
    /// <summary>A part of what the fixed sums leave.</summary>
    Percent,

    /// <summary>A sum in roubles, before any percent, as long as the profit lasts.</summary>
    FixedSum,
}

/// <summary>What becomes of a loss.</summary>
public enum LossRule
{
    /// <summary>It is the company's.</summary>
    CompanyBears,

    /// <summary>It is shared by the percents of the rules; fixed sums are not paid.</summary>
    SharedByPercents,
}

/// <summary>Where a version of the policy stands.</summary>
public enum PolicyStatus
{
    /// <summary>Being written; counts for nothing.</summary>
    [Badge(BadgeColour.Yellow, Icon = "pencil")]
    Draft,

    /// <summary>Counts from its day on, and never changes.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    SwitchedOn,
}

/// <summary>Where the distribution of a car's profit stands.</summary>
public enum DistributionStatus
{
    /// <summary>Waits for the owner.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    Computed,

    /// <summary>Posted to the ledger.</summary>
    [Badge(BadgeColour.Green, Icon = "checks")]
    Approved,

    /// <summary>Taken back, with a reason.</summary>
    [Badge(BadgeColour.Gray, Icon = "arrow-back-up")]
    Reversed,
}

/// <summary>Why a line of a distribution is what it is.</summary>
public enum LineReason
{
    /// <summary>The rule says so.</summary>
    Rule,

    /// <summary>A fixed sum got what was left of the profit.</summary>
    ProfitRanOut,

    /// <summary>Nobody had that role in the car: the share is the company's.</summary>
    NobodyInRole,

    /// <summary>What the rules leave, kopecks of rounding included, is the company's.</summary>
    Rest,

    /// <summary>The loss is the company's.</summary>
    CompanyBearsLoss,
}
