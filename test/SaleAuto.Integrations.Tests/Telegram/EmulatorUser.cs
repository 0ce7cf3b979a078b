using System.Net.Http.Json;
using System.Text.Json;
using SaleAuto.Sandbox.Telegram;

namespace SaleAuto.Telegram;

/// <summary>A person in the emulator.</summary>
public sealed class EmulatorUser : ChatUser
{
    private static readonly HttpClient _http = new();

    private readonly EmulatorBot _bot;
    private readonly long _chatId;

    public EmulatorUser(EmulatorBot bot, long chatId)
    {
        (_bot, _chatId) = (bot, chatId);
        bot.Files.Api.Open(new SandboxPerson(chatId, $"Человек {chatId}"));
    }

    public override IReadOnlyList<ShownMessage> Messages => [.. PostAsync("getUpdatesHistory", new { token = _bot.Token }).GetAwaiter().GetResult()
        .GetProperty("result").EnumerateArray()
        .Where(x => x.TryGetProperty("message", out var message) && message.TryGetProperty("chat_id", out var chat) && chat.GetInt64() == _chatId)
        .OrderBy(x => x.GetProperty("messageId").GetInt64())
        .Select(x => Show(x.GetProperty("messageId").GetInt64(), x.GetProperty("message")))];

    public override string? Notice => _bot.Notices.Last();

    public override string Send(string text) => Follow("sendMessage", Message(text));

    public override string Forge(string data, ShownMessage message) => Follow("sendCallback", new
    {
        botToken = _bot.Token,
        from = From,
        message = new { message_id = message.Id, chat = Chat, text = message.Text },
        data,
    });

    public override string Photograph(IReadOnlyList<string> subjects, string? caption = null)
    {
        foreach (var subject in subjects)
        {
            var sizes = _bot.Files.Api.SendPhotos(_chatId, [new SandboxPhoto(Picture(subject))]).Single().Photo!
                .Select(x => new { file_id = x.FileId, file_unique_id = x.FileUniqueId, width = x.Width, height = x.Height, file_size = x.FileSize });
            Follow("sendMessage", Message(null, sizes, caption));
        }
        return Last.Text;
    }

    protected override string PressButton(string data, ShownMessage message) => Forge(data, message);

    private object From => new { id = _chatId, first_name = "Человек", is_bot = false, language_code = "ru" };

    private object Chat => new { id = _chatId, first_name = "Человек", type = "private" };

    private object Message(string? text, object? photo = null, string? caption = null) =>
        new { botToken = _bot.Token, from = From, chat = Chat, date = 1, text, photo, caption };

    private string Follow(string act, object what)
    {
        PostAsync(act, what).GetAwaiter().GetResult();
        _bot.TurnAsync().GetAwaiter().GetResult();
        return Last.Text;
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync($"{_bot.Emulator.Address}/{path}", body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static ShownMessage Show(long id, JsonElement message) => new(
        id,
        message.GetProperty("text").GetString()!,
        message.TryGetProperty("reply_markup", out var markup)
            ? [.. markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(x => new ShownButton(
                x.GetProperty("text").GetString()!,
                x.TryGetProperty("callback_data", out var data) ? data.GetString() : null))]
            : []);
}
