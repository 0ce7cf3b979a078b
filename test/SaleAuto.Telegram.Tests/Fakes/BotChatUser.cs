using System.Text.Json;

namespace SaleAuto.Telegram;

/// <summary>A person at their phone: writes, presses, sends pictures, and reads what the bot says.</summary>
public sealed class BotChatUser(BotWorld world, long chatId)
{
    public long ChatId => chatId;

    /// <summary>Writes a text.</summary>
    /// <returns>What the bot says to it.</returns>
    public string Send(string text) => Take(Text(text));

    /// <summary>Presses a button of the last message.</summary>
    public string Press(string caption) => Take(PressOf(caption, Last));

    /// <summary>Presses a button of an earlier message.</summary>
    public string Press(string caption, ShownMessage message) => Take(PressOf(caption, message));

    /// <summary>Sends a picture.</summary>
    public string SendPhoto(string fileId, string? caption = null, string? album = null) => Take(Photo(fileId, caption, album));

    /// <summary>Sends a point on the map.</summary>
    public string SendPlace(double latitude, double longitude) => Take(Update(new
    {
        message = new { message_id = world.Telegram.NextMessageId(), from = From, chat = Chat, location = new { latitude, longitude } },
    }));

    /// <summary>The last message of the bot.</summary>
    public ShownMessage Last => world.Telegram.Chat(chatId)[^1];

    /// <summary>Captions of its buttons.</summary>
    public IEnumerable<string> Buttons => Last.Buttons.Select(x => x.Text);

    /// <summary>The line shown for a moment after the last press.</summary>
    public string? Notice => world.Telegram.CallsOf("answerCallbackQuery").Last().TryGetProperty("text", out var text) ? text.GetString() : null;

    public JsonElement Text(string text) => Update(new { message = new { message_id = world.Telegram.NextMessageId(), from = From, chat = Chat, text } });

    public JsonElement PressOf(string caption, ShownMessage message)
    {
        var data = message.Buttons.FirstOrDefault(x => x.Text == caption)?.Data
            ?? throw new InvalidOperationException($"No button is called {caption} among {string.Join(", ", message.Buttons.Select(x => x.Text))}");
        return PressData(data, message);
    }

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
            photo = new[] { new { file_id = fileId + "-small", file_unique_id = "s" + fileId, file_size = 10 }, new { file_id = fileId, file_unique_id = "u" + fileId, file_size = 1000 } },
        },
    });

    /// <summary>Has the bot take an update, to the answer.</summary>
    public string Take(JsonElement update) => TakeAsync(update).GetAwaiter().GetResult();

    private object From => new { id = chatId, language_code = "ru" };

    private object Chat => new { id = chatId, type = "private" };

    private async Task<string> TakeAsync(JsonElement update)
    {
        await world.StoreAsync(update);
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
