namespace SaleAuto.Messages;

/// <summary>Bounds of outgoing messages.</summary>
public static class MessageConsts
{
    /// <summary>Longest phone or chat id.</summary>
    public const int MaxRecipientLength = 32;

    /// <summary>Longest deduplication key.</summary>
    public const int MaxKeyLength = 160;

    /// <summary>Longest error that is kept.</summary>
    public const int MaxErrorLength = 300;

    /// <summary>Longest id given by a channel.</summary>
    public const int MaxProviderIdLength = 64;

    /// <summary>The error of a message whose time had passed before it could be sent.</summary>
    public const string ExpiredError = "outbox:expired";

    /// <summary>The error of a secret whose protection key is gone.</summary>
    public const string UnreadableError = "outbox:unreadable";

    /// <summary>The error of a message whose tries were all cut short, each time by the end of the process.</summary>
    public const string InterruptedError = "outbox:interrupted";

    /// <summary>The error of a message for a channel that is not set up.</summary>
    public const string NoChannelError = "outbox:no-channel";
}
