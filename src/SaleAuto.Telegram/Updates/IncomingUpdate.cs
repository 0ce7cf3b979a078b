using System.Globalization;
using System.Text.Json;
using SaleAuto.Bot;

namespace SaleAuto.Telegram;

/// <summary>An update as the bot understands it.</summary>
internal sealed record IncomingUpdate
{
    private const int SmallSide = 400;

    public required long UpdateId { get; init; }

    public required long ChatId { get; init; }

    /// <summary>Language that the person's Telegram is in; everybody but the English gets Russian.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>Id of the person's message; null for a press.</summary>
    public long? MessageId { get; init; }

    public BotMessage Message { get; init; } = new();

    /// <summary>The press that waits for an answer.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Data of the pressed button.</summary>
    public string? Data { get; init; }

    /// <summary>The message with the button.</summary>
    public long? PressedId { get; init; }

    /// <summary>Whether that message can take another text: it has one, and no picture.</summary>
    public bool CanEdit { get; init; }

    /// <summary>The private chat that an update belongs to; null when it is of no use to the bot.</summary>
    public static long? FindChat(TelegramIncoming update)
    {
        var chat = update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat;
        return chat?.Type is "private" or null ? chat?.Id : null;
    }

    public static IncomingUpdate Read(TelegramUpdate stored)
    {
        var update = JsonSerializer.Deserialize<TelegramIncoming>(stored.Payload, TelegramClient.Json)!;
        var who = update.Message?.From ?? update.CallbackQuery?.From;
        return new IncomingUpdate
        {
            UpdateId = stored.Id,
            ChatId = stored.ChatId,
            Culture = CultureInfo.GetCultureInfo(who?.LanguageCode?.StartsWith("en", StringComparison.Ordinal) == true ? "en-GB" : "ru-RU"),
            MessageId = update.Message?.MessageId,
            Message = update.Message is { } message ? Read(message) with { StoredFileId = stored.StoredFileId } : new BotMessage(),
            CallbackId = update.CallbackQuery?.Id,
            Data = update.CallbackQuery?.Data,
            PressedId = update.CallbackQuery?.Message?.MessageId,
            CanEdit = update.CallbackQuery?.Message is { Text: not null, Photo: null },
        };
    }

    // Telegram makes sizes of 90, 320, 800 and more pixels.
    private static string? FindSmall(IReadOnlyList<TelegramPhotoSize> sizes) =>
        sizes.SkipLast(1).LastOrDefault(x => x.Width <= SmallSide && x.Height <= SmallSide)?.FileId;

    private static BotMessage Read(TelegramMessage message) => new()
    {
        Text = message.Text ?? message.Caption,
        Photo = message.Photo is [.., var largest] ? new BotFile(largest.FileId, largest.FileUniqueId, null, largest.FileSize, FindSmall(message.Photo)) : null,
        Document = message.Document is { } file ? new BotFile(file.FileId, file.FileUniqueId, file.FileName, file.FileSize, file.Thumbnail?.FileId) : null,
        MediaGroupId = message.MediaGroupId,
        Location = message.Location is { } place ? new BotLocation(place.Latitude, place.Longitude) : null,
    };
}
