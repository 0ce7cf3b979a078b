namespace SaleAuto.Telegram;

/// <summary>Parameters of <c>editMessageText</c>.</summary>
public sealed record EditMessageTextRequest
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    /// <summary>Text of 1 to 4096 characters.</summary>
    public required string Text { get; init; }

    /// <summary>How the text is marked up; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>Buttons under the text; none are taken away.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    /// <summary>Whether links are shown as cards.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

/// <summary>Parameters of <c>editMessageReplyMarkup</c>.</summary>
public sealed record EditMessageReplyMarkupRequest
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    /// <summary>Buttons under the text; null takes them away.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Parameters of <c>answerCallbackQuery</c>.</summary>
public sealed record AnswerCallbackQueryRequest
{
    /// <summary>Longest text.</summary>
    public const int MaxTextLength = 200;

    public required string CallbackQueryId { get; init; }

    /// <summary>Shown over the chat for a moment.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the text stays until it is closed.</summary>
    public bool? ShowAlert { get; init; }
}

/// <summary>Parameters of <c>sendPhoto</c> for a picture that Telegram has.</summary>
public sealed record SendPhotoRequest
{
    /// <summary>Longest caption.</summary>
    public const int MaxCaptionLength = 1024;

    public required long ChatId { get; init; }

    /// <summary>Telegram's id of the picture.</summary>
    public required string Photo { get; init; }

    public string? Caption { get; init; }

    /// <summary>How the caption is marked up; null for plain text.</summary>
    public string? ParseMode { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Parameters of <c>getUpdates</c>.</summary>
public sealed record GetUpdatesRequest
{
    /// <summary>Updates before it are confirmed and forgotten by Telegram; null gives the oldest unconfirmed ones.</summary>
    public long? Offset { get; init; }

    /// <summary>At most 100.</summary>
    public int? Limit { get; init; }

    /// <summary>How long Telegram waits for something to come, seconds.</summary>
    public int? Timeout { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

/// <summary>Parameters of <c>getFile</c>.</summary>
public sealed record GetFileRequest(string FileId);

/// <summary>Parameters of <c>setWebhook</c>.</summary>
public sealed record SetWebhookRequest
{
    /// <summary>https address.</summary>
    public required string Url { get; init; }

    /// <summary>Repeated by Telegram in the header of every request.</summary>
    public string? SecretToken { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    /// <summary>How many requests Telegram makes at once.</summary>
    public int? MaxConnections { get; init; }
}

/// <summary>Parameters of <c>deleteWebhook</c>.</summary>
public sealed record DeleteWebhookRequest
{
    /// <summary>Whether what waits is thrown away.</summary>
    public bool? DropPendingUpdates { get; init; }
}
