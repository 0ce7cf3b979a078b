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
