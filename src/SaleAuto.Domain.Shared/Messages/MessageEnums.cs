using SaleAuto.Presentation;

namespace SaleAuto.Messages;

/// <summary>The way a message takes.</summary>
public enum MessageChannel
{
    /// <summary>SMS to a phone.</summary>
    [Badge(BadgeColour.Gray, Icon = "message-2")]
    Sms,

    /// <summary>Telegram to a chat.</summary>
    [Badge(BadgeColour.Blue, Icon = "brand-telegram")]
    Telegram,
}

/// <summary>What became of an outgoing message.</summary>
public enum MessageStatus
{
    /// <summary>Waits for its (next) try.</summary>
    [Badge(BadgeColour.Yellow, Icon = "clock")]
    Pending,

    /// <summary>Taken by the channel.</summary>
    [Badge(BadgeColour.Blue, Icon = "send")]
    Sent,

    /// <summary>The channel reports that it arrived.</summary>
    [Badge(BadgeColour.Green, Icon = "checks")]
    Delivered,

    /// <summary>Given up, or refused for good; visible with its error, may be resent.</summary>
    [Badge(BadgeColour.Red, Icon = "alert-circle")]
    Failed,
}

/// <summary>Which message overtakes which; smaller goes first.</summary>
public enum MessagePriority
{
    /// <summary>One-time codes: a person is waiting with the phone in hand.</summary>
    Code = 0,

    /// <summary>Promises with a deadline of minutes.</summary>
    Urgent = 10,

    /// <summary>Everything else.</summary>
    Normal = 20,
}

/// <summary>What the channel reports of a message that it took, in the order in which reports may follow one another.</summary>
public enum DeliveryState
{
    /// <summary>No report yet.</summary>
    None,

    /// <summary>Waits at the channel.</summary>
    Queued,

    /// <summary>Left the channel.</summary>
    Sent,

    /// <summary>Did not reach the phone.</summary>
    Undelivered,

    /// <summary>The channel could not send it.</summary>
    Failed,

    /// <summary>Arrived.</summary>
    Delivered,
}
