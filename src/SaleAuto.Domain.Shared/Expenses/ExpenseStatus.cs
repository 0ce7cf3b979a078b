using SaleAuto.Presentation;

namespace SaleAuto.Expenses;

/// <summary>Whether the books show an expense.</summary>
public enum ExpenseStatus
{
    /// <summary>In the books.</summary>
    [Badge(BadgeColour.Green, Icon = "check")]
    Posted,

    /// <summary>Its receipt is missing.</summary>
    [Badge(BadgeColour.Orange, Icon = "paperclip")]
    AwaitingEvidence,

    /// <summary>Above the limit of who spent: the owner decides.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    AwaitingApproval,

    /// <summary>The owner did not agree.</summary>
    [Badge(BadgeColour.Red, Icon = "ban")]
    Rejected,

    /// <summary>Taken back out of the books.</summary>
    [Badge(BadgeColour.Gray, Icon = "arrow-back-up")]
    Reversed,
}
