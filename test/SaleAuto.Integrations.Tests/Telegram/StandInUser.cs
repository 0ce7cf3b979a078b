using System.Net;
using SaleAuto.Sandbox.Telegram;

namespace SaleAuto.Telegram;

/// <summary>A person in the strict Bot API; <paramref name="turn"/> lets the bot take what was done and answer it.</summary>
public sealed class StandInUser : ChatUser
{
    private static readonly ApiUser _bot = new(1, true, "SaleAuto");

    private readonly BotApiStandIn _telegram;
    private readonly long _chatId;
    private readonly Func<Task> _turn;

    public StandInUser(BotApiStandIn telegram, long chatId, Func<Task> turn)
    {
        (_telegram, _chatId, _turn) = (telegram, chatId, turn);
        telegram.Api.Open(new SandboxPerson(chatId, $"Человек {chatId}"));
    }

    public override IReadOnlyList<ShownMessage> Messages => [.. _telegram.Api.GetMessages(_chatId).Where(x => x.From.IsBot).Select(Show)];

    public override string? Notice => _telegram.Calls.Last(x => x.Method == "answerCallbackQuery").Parameters["text"]?.ToString();

    /// <summary>The same person, who does not wait for what comes of an act.</summary>
    public StandInUser InAHurry => new(_telegram, _chatId, () => Task.CompletedTask);

    public override string Send(string text) => Follow(api => api.SendText(_chatId, text));

    public override string Forge(string data, ShownMessage message) =>
        Follow(api => api.Forge(_chatId, new ApiMessage { MessageId = message.Id, From = _bot, Chat = new ApiChat(_chatId, "private", "Человек"), Date = 1, Text = message.Text }, data));

    public override string Photograph(IReadOnlyList<string> subjects, string? caption = null) =>
        Follow(api => api.SendPhotos(_chatId, [.. subjects.Select(subject => new SandboxPhoto(Picture(subject)))], caption));

    protected override string PressButton(string data, ShownMessage message) =>
        Follow(api => api.Press(_chatId, message.Id, data).ShouldNotBeNull("the button is gone"));

    private string Follow(Action<SandboxBotApi> act)
    {
        act(_telegram.Api);
        _turn().GetAwaiter().GetResult();
        return Messages.Count == 0 ? "" : Last.Text;
    }

    private static ShownMessage Show(ApiMessage message) => new(
        message.MessageId,
        WebUtility.HtmlEncode(message.Text ?? message.Caption ?? ""),
        [.. (message.ReplyMarkup?.InlineKeyboard ?? []).SelectMany(row => row).Select(x => new ShownButton(x.Text, x.CallbackData))]);
}
