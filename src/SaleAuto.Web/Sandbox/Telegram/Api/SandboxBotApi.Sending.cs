using System.Text.Json.Nodes;

namespace SaleAuto.Sandbox.Telegram;

public sealed partial class SandboxBotApi
{
    private const int MaxTextLength = 4096;
    private const int MaxCaptionLength = 1024;
    private const int MaxPhotoBytes = 10 * 1024 * 1024;
    private const int MaxDocumentBytes = 50 * 1024 * 1024;

    private ApiMessage SendMessage(BotApiCall call)
    {
        var chat = ChatOf(call);
        var text = TextOf(call);
        var keyboard = BotApiKeyboard.Read(call);
        return Deliver(chat, NewMessage(chat, _bot) with { Text = text.Text, Entities = NotEmpty(text.Entities), ReplyMarkup = keyboard });
    }

    private ApiMessage SendPhoto(BotApiCall call)
    {
        var chat = ChatOf(call);
        var caption = CaptionOf(call.Text("caption"), call.Text("parse_mode"), call.Read<List<ApiEntity>>("caption_entities"));
        var keyboard = BotApiKeyboard.Read(call);
        var photo = PhotoOf(call, "photo", call.Text("photo"));
        return Deliver(chat, WithCaption(NewMessage(chat, _bot), caption) with { Photo = photo, ReplyMarkup = keyboard });
    }

    private ApiMessage SendDocument(BotApiCall call)
    {
        var chat = ChatOf(call);
        var caption = CaptionOf(call.Text("caption"), call.Text("parse_mode"), call.Read<List<ApiEntity>>("caption_entities"));
        var keyboard = BotApiKeyboard.Read(call);
        var document = DocumentOf(call, "document", call.Text("document"));
        return Deliver(chat, WithCaption(NewMessage(chat, _bot), caption) with { Document = document, ReplyMarkup = keyboard });
    }

    private List<ApiMessage> SendMediaGroup(BotApiCall call)
    {
        var chat = ChatOf(call);
        var media = call.Read<List<JsonObject>>("media") ?? throw BotApiRefusal.BadRequest("media is empty");
        if (media.Count is < 2 or > 10)
        {
            throw BotApiRefusal.BadRequest("expected 2-10 items in a media group");
        }
        if (media.Select(item => (string?)item["type"]).Distinct().Count() > 1)
        {
            throw BotApiRefusal.BadRequest("documents can't be mixed with other media types");
        }
        var ready = media.ConvertAll(item =>
        {
            var caption = CaptionOf((string?)item["caption"], (string?)item["parse_mode"], null);
            var file = (string?)item["media"];
            return (string?)item["type"] switch
            {
                "photo" => (Caption: caption, Photo: PhotoOf(call, "media", file), Document: (ApiDocument?)null),
                "document" => (caption, null!, DocumentOf(call, "media", file)),
                _ => throw BotApiRefusal.BadRequest("the sandbox takes albums of photos or documents only"),
            };
        });
        var group = $"{_nextMessageId}";
        return ready.ConvertAll(item => Deliver(chat, WithCaption(NewMessage(chat, _bot), item.Caption) with
        {
            MediaGroupId = group,
            Photo = item.Photo,
            Document = item.Document,
        }));
    }

    private object SendChatAction(BotApiCall call)
    {
        var chat = ChatOf(call);
        if (call.Text("action") is not ("typing" or "upload_photo" or "upload_document" or "find_location"))
        {
            throw BotApiRefusal.BadRequest("wrong parameter action in request");
        }
        Tell(new SandboxChange(SandboxChangeKind.Typing, chat.Person.ChatId));
        return true;
    }

    private ApiMessage Deliver(SandboxChat chat, ApiMessage message)
    {
        chat.Add(message);
        Tell(new SandboxChange(SandboxChangeKind.Message, chat.Person.ChatId) { Message = message });
        return message;
    }

    private static BotApiText TextOf(BotApiCall call)
    {
        var text = BotApiText.Read(call.Text("text") ?? "", call.Text("parse_mode"), call.Read<List<ApiEntity>>("entities"));
        return text.Text.Length switch
        {
            0 => throw BotApiRefusal.BadRequest("message text is empty"),
            > MaxTextLength => throw BotApiRefusal.BadRequest("message is too long"),
            _ => text,
        };
    }

    private static BotApiText? CaptionOf(string? given, string? parseMode, IReadOnlyList<ApiEntity>? entities)
    {
        if (given is null)
        {
            return null;
        }
        var caption = BotApiText.Read(given, parseMode, entities);
        return caption.Text.Length > MaxCaptionLength ? throw BotApiRefusal.BadRequest("message caption is too long") : caption.Text.Length == 0 ? null : caption;
    }

    private static ApiMessage WithCaption(ApiMessage message, BotApiText? caption) =>
        message with { Caption = caption?.Text, CaptionEntities = NotEmpty(caption?.Entities) };

    private static IReadOnlyList<ApiEntity>? NotEmpty(IReadOnlyList<ApiEntity>? entities) => entities is { Count: > 0 } ? entities : null;

    // A file comes as a part of the request, or was sent before and is named by its id. Addresses are not fetched here.
    private BotApiUpload? UploadOf(BotApiCall call, string name, string? given)
    {
        const string Attached = "attach://";
        var part = given?.StartsWith(Attached, StringComparison.Ordinal) == true ? given[Attached.Length..] : name;
        return call.Uploads.TryGetValue(part, out var upload) ? upload
            : string.IsNullOrEmpty(given) || given.StartsWith(Attached, StringComparison.Ordinal) ? throw BotApiRefusal.BadRequest($"there is no {name} in the request")
            : given.Contains("://", StringComparison.Ordinal) ? throw BotApiRefusal.BadRequest("failed to get HTTP URL content")
            : null;
    }

    private IReadOnlyList<ApiPhotoSize> PhotoOf(BotApiCall call, string name, string? given)
    {
        if (UploadOf(call, name, given) is { } upload)
        {
            return StorePhoto(upload.Bytes, []);
        }
        return _chats.Values.SelectMany(chat => chat.Messages).Select(x => x.Photo).FirstOrDefault(sizes => sizes?.Any(size => size.FileId == given) == true)
            ?? throw BotApiRefusal.BadRequest("wrong remote file identifier specified: Wrong string length");
    }

    private ApiDocument DocumentOf(BotApiCall call, string name, string? given)
    {
        if (UploadOf(call, name, given) is not { } upload)
        {
            return _files.Find(given!)?.ToDocument() ?? throw BotApiRefusal.BadRequest("wrong remote file identifier specified: Wrong string length");
        }
        return StoreDocument(upload.FileName, upload.ContentType, upload.Bytes);
    }

    private ApiDocument StoreDocument(string? name, string? contentType, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw BotApiRefusal.BadRequest("file must be non-empty");
        }
        return bytes.Length > MaxDocumentBytes
            ? throw new BotApiRefusal(413, "Request Entity Too Large")
            : _files.Add("documents", bytes, name, contentType).ToDocument();
    }

    // Smaller sizes that nobody made are the same picture under smaller figures: nothing here can shrink one.
    private List<ApiPhotoSize> StorePhoto(byte[] bytes, IReadOnlyList<byte[]> smaller)
    {
        if (bytes.Length > MaxPhotoBytes)
        {
            throw new BotApiRefusal(413, "Request Entity Too Large");
        }
        if (ImageSize.Read(bytes) is not ({ } width, { } height))
        {
            throw BotApiRefusal.BadRequest("IMAGE_PROCESS_FAILED");
        }
        if (width <= 0 || height <= 0 || width + height > 10_000 || Math.Max(width, height) > 20 * Math.Min(width, height))
        {
            throw BotApiRefusal.BadRequest("PHOTO_INVALID_DIMENSIONS");
        }
        var made = smaller.Select(image => (Bytes: image, Size: ImageSize.Read(image))).Where(image => image.Size is not null).ToList();
        if (made.Count > 0)
        {
            var all = made.Select(image => (image.Bytes, image.Size!.Value)).Append((bytes, (width, height))).OrderBy(image => image.Item2.Item1);
            return [.. all.Select(image => _files.Add("photos", image.Item1, "photo.jpg", "image/jpeg").ToPhoto(image.Item2.Item1, image.Item2.Item2))];
        }
        int[] sides = [90, 320, 800];
        var longest = Math.Max(width, height);
        return [.. sides.Where(side => side < longest).Append(longest).Select(side => _files.Add("photos", bytes, "photo.jpg", "image/jpeg")
            .ToPhoto(Math.Max(width * side / longest, 1), Math.Max(height * side / longest, 1)))];
    }
}
