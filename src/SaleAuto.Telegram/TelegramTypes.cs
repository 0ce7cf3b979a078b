namespace SaleAuto.Telegram;

/// <summary>Every answer of the Bot API.</summary>
public sealed record TelegramAnswer<TResult>
{
    /// <summary>Whether the call worked.</summary>
    public bool Ok { get; init; }

    /// <summary>What the call gives.</summary>
    public TResult? Result { get; init; }

    /// <summary>Code of a refusal, mostly the HTTP status.</summary>
    public int ErrorCode { get; init; }

    /// <summary>English sentence about the refusal.</summary>
    public string? Description { get; init; }

    /// <summary>Hints of a refusal.</summary>
    public TelegramErrorParameters? Parameters { get; init; }
}

/// <summary>Hints of a refusal.</summary>
/// <param name="RetryAfter">Seconds to wait before the next call.</param>
/// <param name="MigrateToChatId">The group's new chat id.</param>
public sealed record TelegramErrorParameters(int? RetryAfter, long? MigrateToChatId);

/// <summary>Parameters of <c>sendMessage</c>.</summary>
public sealed record SendMessageRequest
{
    /// <summary>Longest text.</summary>
    public const int MaxTextLength = 4096;

    /// <summary>The chat.</summary>
    public required long ChatId { get; init; }

    /// <summary>Text of 1 to 4096 characters.</summary>
    public required string Text { get; init; }

    /// <summary>How the text is marked up; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>Buttons under the text.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    /// <summary>Whether links are shown as cards.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

/// <summary>Rows of buttons.</summary>
public sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);

/// <summary>A button under a message: it opens an address or sends its data back.</summary>
public sealed record InlineKeyboardButton(string Text, string? Url = null, string? CallbackData = null);

/// <summary>Whether links are shown as cards.</summary>
public sealed record LinkPreviewOptions(bool IsDisabled);
