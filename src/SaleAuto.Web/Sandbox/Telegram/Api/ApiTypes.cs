namespace SaleAuto.Sandbox.Telegram;

/// <summary>A person or the bot, as the Bot API writes it.</summary>
public sealed record ApiUser(long Id, bool IsBot, string FirstName, string? LastName = null, string? Username = null, string? LanguageCode = null);

/// <summary>A chat; here always of one person.</summary>
public sealed record ApiChat(long Id, string Type, string FirstName, string? LastName = null);

/// <summary>A marked part of a text; offset and length are UTF-16 units.</summary>
public sealed record ApiEntity(string Type, int Offset, int Length, string? Url = null);

/// <summary>One size of a photo.</summary>
public sealed record ApiPhotoSize(string FileId, string FileUniqueId, int Width, int Height, long FileSize);

/// <summary>A file sent as it is.</summary>
public sealed record ApiDocument(string FileId, string FileUniqueId, string? FileName, string? MimeType, long FileSize);

/// <summary>A place on the map.</summary>
public sealed record ApiLocation(double Latitude, double Longitude);

/// <summary>A button under a message: it either sends its data to the bot or opens an address.</summary>
public sealed record ApiButton(string Text, string? CallbackData = null, string? Url = null);

/// <summary>Rows of buttons.</summary>
public sealed record ApiKeyboard(IReadOnlyList<IReadOnlyList<ApiButton>> InlineKeyboard);

/// <summary>A message.</summary>
public sealed record ApiMessage
{
    public required long MessageId { get; init; }

    public required ApiUser From { get; init; }

    public required ApiChat Chat { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Date { get; init; }

    public long? EditDate { get; init; }

    public string? MediaGroupId { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<ApiEntity>? Entities { get; init; }

    public IReadOnlyList<ApiPhotoSize>? Photo { get; init; }

    public ApiDocument? Document { get; init; }

    public ApiLocation? Location { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<ApiEntity>? CaptionEntities { get; init; }

    public ApiKeyboard? ReplyMarkup { get; init; }
}

/// <summary>A pressed button.</summary>
public sealed record ApiCallbackQuery(string Id, ApiUser From, ApiMessage Message, string ChatInstance, string Data);

/// <summary>Whether the bot may write to the person: <c>member</c> or <c>kicked</c>.</summary>
public sealed record ApiChatMember(ApiUser User, string Status);

/// <summary>The person blocked the bot or let it back.</summary>
public sealed record ApiChatMemberUpdated(ApiChat Chat, ApiUser From, long Date, ApiChatMember OldChatMember, ApiChatMember NewChatMember);

/// <summary>Something that happened to the bot; exactly one of the parts is set.</summary>
public sealed record ApiUpdate(long UpdateId)
{
    public ApiMessage? Message { get; init; }

    public ApiCallbackQuery? CallbackQuery { get; init; }

    public ApiChatMemberUpdated? MyChatMember { get; init; }

    internal string Kind() => Message is not null ? "message" : CallbackQuery is not null ? "callback_query" : "my_chat_member";
}

/// <summary>A command of the bot's menu.</summary>
public sealed record ApiCommand(string Command, string Description);

/// <summary>Where a file can be fetched.</summary>
public sealed record ApiFile(string FileId, string FileUniqueId, long FileSize, string FilePath);

/// <summary>Where updates are posted; an empty address when they are asked for.</summary>
public sealed record ApiWebhook(string Url, bool HasCustomCertificate, int PendingUpdateCount);
