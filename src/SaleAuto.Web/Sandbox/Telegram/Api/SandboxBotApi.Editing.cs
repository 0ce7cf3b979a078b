using System.Globalization;

namespace SaleAuto.Sandbox.Telegram;

public sealed partial class SandboxBotApi
{
    private const int MaxAnswerLength = 200;
    private const int MostPresses = 1000;

    private static readonly TimeSpan _pressLives = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _deletable = TimeSpan.FromHours(48);

    // Pressed and not yet answered.
    private readonly Dictionary<string, (long ChatId, DateTimeOffset At)> _presses = [];
    private IReadOnlyList<ApiCommand> _commands = [];

    private ApiMessage EditMessageText(BotApiCall call)
    {
        var (chat, message) = OwnMessage(call);
        if (message.Text is null)
        {
            throw BotApiRefusal.BadRequest("there is no text in the message to edit");
        }
        var text = TextOf(call);
        return Edit(chat, message, message with { Text = text.Text, Entities = NotEmpty(text.Entities), ReplyMarkup = BotApiKeyboard.Read(call) });
    }

    private ApiMessage EditMessageCaption(BotApiCall call)
    {
        var (chat, message) = OwnMessage(call);
        if (message.Photo is null && message.Document is null)
        {
            throw BotApiRefusal.BadRequest("there is no caption in the message to edit");
        }
        var caption = CaptionOf(call.Text("caption"), call.Text("parse_mode"), call.Read<List<ApiEntity>>("caption_entities"));
        return Edit(chat, message, WithCaption(message, caption) with { ReplyMarkup = BotApiKeyboard.Read(call) });
    }

    private ApiMessage EditMessageReplyMarkup(BotApiCall call)
    {
        var (chat, message) = OwnMessage(call);
        return Edit(chat, message, message with { ReplyMarkup = BotApiKeyboard.Read(call) });
    }

    private (SandboxChat Chat, ApiMessage Message) OwnMessage(BotApiCall call)
    {
        var chat = ChatOf(call);
        var messageId = call.Number("message_id") ?? throw BotApiRefusal.BadRequest("message identifier is not specified");
        var message = chat.Find(messageId) ?? throw BotApiRefusal.BadRequest("message to edit not found");
        return message.From.IsBot ? (chat, message) : throw BotApiRefusal.BadRequest("message can't be edited");
    }

    private ApiMessage Edit(SandboxChat chat, ApiMessage before, ApiMessage after)
    {
        if (Look(before) == Look(after))
        {
            throw BotApiRefusal.BadRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }
        after = after with { EditDate = Now() };
        chat.Replace(after);
        Tell(new SandboxChange(SandboxChangeKind.Edited, chat.Person.ChatId) { Message = after });
        return after;
    }

    private static string Look(ApiMessage message) =>
        System.Text.Json.JsonSerializer.Serialize(new { message.Text, message.Entities, message.Caption, message.CaptionEntities, message.ReplyMarkup }, BotApiAnswer.Json);

    private object DeleteMessage(BotApiCall call)
    {
        var chat = ChatOf(call);
        var messageId = call.Number("message_id") ?? throw BotApiRefusal.BadRequest("message identifier is not specified");
        var message = chat.Find(messageId) ?? throw BotApiRefusal.BadRequest("message to delete not found");
        if (Now() - message.Date > _deletable.TotalSeconds)
        {
            throw BotApiRefusal.BadRequest("message can't be deleted for everyone");
        }
        chat.Remove(messageId);
        Tell(new SandboxChange(SandboxChangeKind.Deleted, chat.Person.ChatId) { MessageId = messageId });
        return true;
    }

    private object AnswerCallbackQuery(BotApiCall call)
    {
        var id = call.Text("callback_query_id");
        var text = call.Text("text");
        if (text?.Length > MaxAnswerLength)
        {
            throw BotApiRefusal.BadRequest("MESSAGE_TOO_LONG");
        }
        if (id is null || !_presses.Remove(id, out var press) || _clock.GetUtcNow() - press.At > _pressLives)
        {
            throw BotApiRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }
        Tell(new SandboxChange(SandboxChangeKind.Answered, press.ChatId)
        {
            CallbackId = id,
            Text = string.IsNullOrWhiteSpace(text) ? null : text,
            IsAlert = call.Flag("show_alert"),
        });
        return true;
    }

    private string NotePress(long chatId)
    {
        if (_presses.Count >= MostPresses)
        {
            _presses.Remove(_presses.MinBy(x => x.Value.At).Key);
        }
        var id = Random.Shared.NextInt64(1L << 60, long.MaxValue).ToString(CultureInfo.InvariantCulture);
        _presses.Add(id, (chatId, _clock.GetUtcNow()));
        return id;
    }

    private object SetMyCommands(BotApiCall call)
    {
        var commands = call.Read<List<ApiCommand>>("commands") ?? throw BotApiRefusal.BadRequest("can't parse commands");
        if (commands.Count > 100)
        {
            throw BotApiRefusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }
        foreach (var command in commands)
        {
            var name = (command.Command ?? "").TrimStart('/');
            if (name.Length is 0 or > 32 || !name.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '_'))
            {
                throw BotApiRefusal.BadRequest("BOT_COMMAND_INVALID");
            }
            if ((command.Description ?? "").Length is 0 or > 256)
            {
                throw BotApiRefusal.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        if (call.Parameters["scope"] is null && string.IsNullOrEmpty(call.Text("language_code")))
        {
            _commands = [.. commands.Select(x => x with { Command = x.Command.TrimStart('/') })];
            Tell(new SandboxChange(SandboxChangeKind.Chats, 0));
        }
        return true;
    }
}
