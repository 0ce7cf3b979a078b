using System.Text.Json;

namespace SaleAuto.Telegram;

/// <summary>A person in the Telegram without a network. Their updates can be had one by one, for tests that bring them in another order or twice.</summary>
public sealed class BotChatUser(BotWorld world, long chatId) : ChatUser
{
    /// <summary>Follows the id of a picture to name its small size.</summary>
    public const string SmallSize = "-small";

    public long ChatId => chatId;

    public override IReadOnlyList<ShownMessage> Messages => world.Telegram.Chat(chatId);

    public override string? Notice => world.Telegram.CallsOf("answerCallbackQuery").Last().TryGetProperty("text", out var text) ? text.GetString() : null;

    public override string Send(string text) => Take(Text(text));

    public override string Forge(string data, ShownMessage message) => Take(PressData(data, message));

    public override string Photograph(IReadOnlyList<string> subjects, string? caption = null)
    {
        var album = subjects.Count > 1 ? Guid.NewGuid().ToString("N") : null;
        return Take([.. subjects.Select((subject, at) =>
        {
            var id = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(subject));
            world.Telegram.Files[id] = Picture(subject);
            world.Telegram.Files[id + SmallSize] = Picture($"{subject}, small");
            return Photo(id, at == 0 ? caption : null, album);
        })]);
    }

    /// <summary>Sends a picture that Telegram has under that id, or has no more.</summary>
    public string SendPhoto(string fileId, string? caption = null, string? album = null) => Take(Photo(fileId, caption, album));

    /// <summary>Sends a point on the map.</summary>
    public string SendPlace(double latitude, double longitude) => Take(Update(new
    {
        message = new { message_id = world.Telegram.NextMessageId(), from = From, chat = Chat, location = new { latitude, longitude } },
    }));

    public JsonElement Text(string text) => Update(new { message = new { message_id = world.Telegram.NextMessageId(), from = From, chat = Chat, text } });

    public JsonElement PressOf(string caption, ShownMessage message) => PressData(message.DataOf(caption), message);

    public JsonElement PressData(string data, ShownMessage message) => Update(new
    {
        callback_query = new { id = Guid.NewGuid().ToString("N"), from = From, message = new { message_id = message.Id, chat = Chat, text = message.Text }, data },
    });

    public JsonElement Photo(string fileId, string? caption = null, string? album = null) => Update(new
    {
        message = new
        {
            message_id = world.Telegram.NextMessageId(),
            from = From,
            chat = Chat,
            caption,
            media_group_id = album,
            photo = new[] { new { file_id = fileId + SmallSize, file_unique_id = "s" + fileId, file_size = 10, width = 320, height = 240 }, new { file_id = fileId, file_unique_id = "u" + fileId, file_size = 1000, width = 1280, height = 960 } },
        },
    });

    /// <summary>Has the bot take updates, to the answer.</summary>
    public string Take(params JsonElement[] updates) => TakeAsync(updates).GetAwaiter().GetResult();

    protected override string PressButton(string data, ShownMessage message) => Forge(data, message);

    private object From => new { id = chatId, language_code = "ru" };

    private object Chat => new { id = chatId, type = "private" };

    private async Task<string> TakeAsync(JsonElement[] updates)
    {
        await world.StoreAsync(updates);
        await world.HandleAsync();
        await world.DeliverAsync();
        return Last.Text;
    }

    private static JsonElement Update(object content)
    {
        var fields = JsonSerializer.SerializeToNode(content)!.AsObject();
        fields["update_id"] = BotWorld.NextUpdateId();
        return JsonSerializer.SerializeToElement(fields);
    }
}
