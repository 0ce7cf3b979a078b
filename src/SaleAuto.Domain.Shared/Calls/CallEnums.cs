using SaleAuto.Presentation;

namespace SaleAuto.Calls;

/// <summary>Why a client is to be called.</summary>
public enum CallTaskKind
{
    /// <summary>First call of a buyout lead: 5 minutes.</summary>
    [Badge(BadgeColour.Blue, Icon = "phone-outgoing")]
    FirstCall,

    /// <summary>The client asked for a call: 15 minutes.</summary>
    [Badge(BadgeColour.Teal, Icon = "phone-incoming")]
    Callback,

    /// <summary>The last call failed.</summary>
    [Badge(BadgeColour.Yellow, Icon = "refresh")]
    Repeat,

    /// <summary>Calling on makes no sense by itself (threshold reached, wrong number): a manager decides, by one more call or by closing the lead.</summary>
    [Badge(BadgeColour.Orange, Icon = "gavel")]
    Decision,
}

/// <summary>State of one obligation to call. Overdue is derived from the deadline, never stored.</summary>
public enum CallTaskStatus
{
    /// <summary>Waits for a manager.</summary>
    [Badge(BadgeColour.Yellow, Icon = "clock")]
    Pending,

    /// <summary>A manager claimed it.</summary>
    [Badge(BadgeColour.Teal, Icon = "headset")]
    InProgress,

    /// <summary>The talk was held.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    Succeeded,

    /// <summary>No talk, or no agreement.</summary>
    [Badge(BadgeColour.Red, Icon = "circle-x")]
    Failed,

    /// <summary>The lead was closed.</summary>
    [Badge(BadgeColour.Gray, Icon = "ban")]
    Cancelled,
}

/// <summary>What came of a call.</summary>
public enum CallOutcome
{
    /// <summary>The meeting is agreed.</summary>
    [Badge(BadgeColour.Green, Icon = "calendar-event")]
    Agreed,

    /// <summary>Nobody answered.</summary>
    [Badge(BadgeColour.Gray, Icon = "phone-off")]
    NoAnswer,

    /// <summary>The line was busy.</summary>
    [Badge(BadgeColour.Gray, Icon = "phone-x")]
    Busy,

    /// <summary>The number is somebody else's.</summary>
    [Badge(BadgeColour.Orange, Icon = "question-mark")]
    WrongNumber,

    /// <summary>The client refused.</summary>
    [Badge(BadgeColour.Orange, Icon = "hand-stop")]
    Refused,

    /// <summary>The client wants time.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    Thinking,

    /// <summary>The car was sold to a competitor; the only outcome without a repeat call (specification 1.3).</summary>
    [Badge(BadgeColour.Red, Icon = "trending-down")]
    SoldToCompetitor,

    /// <summary>The client has another request open for the same car.</summary>
    [Badge(BadgeColour.Gray, Icon = "git-merge")]
    Duplicate,

    /// <summary>A manager closed the request after deciding that calling on makes no sense.</summary>
    [Badge(BadgeColour.Gray, Icon = "archive")]
    GivenUp,
}

/// <summary>Who was told of a call that nobody makes.</summary>
public enum CallEscalation
{
    /// <summary>The manager who is responsible, or those on duty.</summary>
    Responsible,

    /// <summary>Every manager.</summary>
    AllManagers,

    /// <summary>The owners too.</summary>
    Owners,
}
