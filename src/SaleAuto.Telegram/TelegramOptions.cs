namespace SaleAuto.Telegram;

/// <summary>Section <c>Telegram</c>.</summary>
public sealed class TelegramOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Telegram";

    /// <summary>Address of the Bot API.</summary>
    public string BaseAddress { get; set; } = "https://api.telegram.org";

    /// <summary>Token given by BotFather; without one Development speaks to a Bot API in memory.</summary>
    public string? BotToken { get; set; }

    /// <summary>Name of the bot without the @, for links that open it.</summary>
    public string? BotName { get; set; }

    /// <summary>How updates reach the bot.</summary>
    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>What Telegram repeats in the header of every webhook request.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>How long Telegram waits for something to come before it answers the program that asks, seconds.</summary>
    public int PollSeconds { get; set; } = 25;

    /// <summary>How long an answer of Telegram, or the next part of a file, may take, seconds.</summary>
    public int CallSeconds { get; set; } = 15;

    /// <summary>For how long a node has the work that it took, seconds. Renewed while the work lasts, so that a node that was killed holds nothing up for longer.</summary>
    public int LeaseSeconds { get; set; } = 15;

    /// <summary>Most messages a second to all chats together.</summary>
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Shortest time between two messages to one chat, milliseconds.</summary>
    public int ChatPauseMilliseconds { get; set; } = 1000;

    /// <summary>How many chats are served at once.</summary>
    public int Parallelism { get; set; } = 16;

    internal TimeSpan CallTime => TimeSpan.FromSeconds(CallSeconds);

    internal TimeSpan LeaseTime => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>Whether messages go to Telegram.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(BotToken);
}

/// <summary>How updates reach the bot.</summary>
public enum TelegramMode
{
    /// <summary>The program asks for them.</summary>
    Polling,

    /// <summary>Telegram calls the program.</summary>
    Webhook,
}
