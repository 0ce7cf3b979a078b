namespace SaleAuto.Telegram;

/// <summary>What happened in a chat. Only the fields that the bot reads.</summary>
public sealed record TelegramIncoming
{
    public required long UpdateId { get; init; }

    /// <summary>A new message.</summary>
    public TelegramMessage? Message { get; init; }

    /// <summary>A pressed button.</summary>
    public TelegramCallbackQuery? CallbackQuery { get; init; }
}

/// <summary>A message as the Bot API gives it.</summary>
public sealed record TelegramMessage
{
    public long MessageId { get; init; }

    public TelegramUser? From { get; init; }

    public TelegramChat? Chat { get; init; }

    public string? Text { get; init; }

    /// <summary>Text under a picture or file.</summary>
    public string? Caption { get; init; }

    /// <summary>Sizes of a picture, the largest last.</summary>
    public IReadOnlyList<TelegramPhotoSize>? Photo { get; init; }

    public TelegramDocument? Document { get; init; }

    /// <summary>The same for all parts of an album.</summary>
    public string? MediaGroupId { get; init; }

    public TelegramLocation? Location { get; init; }
}

/// <summary>A pressed button.</summary>
public sealed record TelegramCallbackQuery
{
    public required string Id { get; init; }

    public TelegramUser? From { get; init; }

    /// <summary>The message with the button; without text and pictures when it is old.</summary>
    public TelegramMessage? Message { get; init; }

    public string? Data { get; init; }
}

/// <summary>Who writes.</summary>
public sealed record TelegramUser(long Id, string? LanguageCode);

/// <summary>Where it was written; the bot talks in private chats only.</summary>
public sealed record TelegramChat(long Id, string? Type);

/// <summary>One size of a picture.</summary>
public sealed record TelegramPhotoSize(string FileId, string FileUniqueId, long? FileSize, int? Width = null, int? Height = null);

/// <summary>A file; a picture sent as one comes with a small size of it.</summary>
public sealed record TelegramDocument(string FileId, string FileUniqueId, string? FileName, long? FileSize, TelegramPhotoSize? Thumbnail = null);

/// <summary>A point on the map.</summary>
public sealed record TelegramLocation(decimal Latitude, decimal Longitude);

/// <summary>A file that may be fetched.</summary>
public sealed record TelegramFile(string FileId, string FileUniqueId, long? FileSize, string? FilePath);
