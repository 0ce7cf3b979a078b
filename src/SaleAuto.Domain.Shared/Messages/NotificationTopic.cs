namespace SaleAuto.Messages;

/// <summary>Messages of the staff that a person may switch off. All others have to reach whoever they concern.</summary>
public enum NotificationTopic
{
    /// <summary>A car was bought.</summary>
    DealsCompleted,

    /// <summary>Why another seller refused a purchase.</summary>
    RejectionReasons,

    /// <summary>A comment names the person.</summary>
    Mentions,

    /// <summary>What the day brought; owners only.</summary>
    DayDigest,

    /// <summary>What the month brought; owners only.</summary>
    MonthReport,
}
