using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>
/// A Bot API in memory for one bot, as strict as its documentation. Programs reach it through <see cref="CallAsync"/>,
/// people through the methods that are named like what they do.
/// </summary>
public sealed partial class SandboxBotApi
{
    private const int MostChats = 500;

    private static readonly ApiUser _bot = new(700000001, true, "SaleAuto", Username: BotName);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Func<long, CancellationToken, Task<SandboxPerson?>>? _find;
    private readonly Dictionary<long, SandboxChat> _chats = [];
    private readonly SandboxFiles _files = new();
    private readonly SandboxUpdates _updates;
    private readonly ConcurrentDictionary<Channel<SandboxChange>, bool> _watchers = [];
    private long _nextMessageId;

    /// <summary>Starts without chats.</summary>
    /// <param name="clock">Dates of the messages.</param>
    /// <param name="token">What the bot must know.</param>
    /// <param name="find">Finds a person who was there before the program started.</param>
    public SandboxBotApi(TimeProvider clock, string token = Token, Func<long, CancellationToken, Task<SandboxPerson?>>? find = null)
    {
        _clock = clock;
        _find = find;
        BotToken = token;
        // Bots remember the numbers of updates and messages: after a restart none may come again.
        var first = (clock.GetUtcNow().ToUnixTimeSeconds() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()) * 16;
        first = Math.Max(first, 1);
        _updates = new SandboxUpdates(first);
        _nextMessageId = first;
        _nextPerson = 5_000_000_000 + first;
    }

    /// <summary>Token of the sandbox.</summary>
    public const string Token = "700000001:sandbox";

    /// <summary>Name of the bot in links.</summary>
    public const string BotName = "saleauto_sandbox_bot";

    /// <summary>Address of the sandbox; it exists within the process only.</summary>
    public const string BaseAddress = "http://sandbox.telegram";

    /// <summary>What the bot must know.</summary>
    public string BotToken { get; }

    /// <summary>Answers a request by its path: a method, or a file.</summary>
    /// <param name="path">Path of the address, such as <c>/bot1:token/getMe</c>.</param>
    /// <param name="read">Reads the call of that method.</param>
    /// <param name="cancellationToken">Stops a waiting getUpdates.</param>
    public async Task<BotApiAnswer> AnswerAsync(string path, Func<string, Task<BotApiCall>> read, CancellationToken cancellationToken)
    {
        var bot = $"/bot{BotToken}/";
        var file = $"/file/bot{BotToken}/";
        if (path.StartsWith(file, StringComparison.Ordinal))
        {
            return Download(Uri.UnescapeDataString(path[file.Length..]));
        }
        if (!path.StartsWith(bot, StringComparison.Ordinal))
        {
            return path.StartsWith("/bot", StringComparison.Ordinal) ? BotApiAnswer.Refuse(401, "Unauthorized") : BotApiAnswer.Refuse(404, "Not Found");
        }
        try
        {
            return await CallAsync(await read(path[bot.Length..]), cancellationToken);
        }
        catch (FormatException)
        {
            return BotApiAnswer.Refuse(400, "Bad Request: can't parse the request");
        }
    }

    /// <summary>Carries out a call; a refusal is an answer too.</summary>
    public async Task<BotApiAnswer> CallAsync(BotApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (call.Parameters["chat_id"] is not null && call.Number("chat_id") is { } chatId)
            {
                await MeetAsync(chatId, cancellationToken);
            }
            var method = call.Method.ToLowerInvariant(); // the Bot API does not mind either
            if (method == "getupdates")
            {
                return BotApiAnswer.Of(await GetUpdatesAsync(call, cancellationToken));
            }
            lock (_lock)
            {
                return BotApiAnswer.Of(Run(method, call));
            }
        }
        catch (BotApiRefusal refusal)
        {
            return BotApiAnswer.Refuse(refusal.Code, refusal.Message);
        }
    }

    private object Run(string method, BotApiCall call) => method switch
    {
        "getme" => _bot,
        "sendmessage" => SendMessage(call),
        "sendphoto" => SendPhoto(call),
        "senddocument" => SendDocument(call),
        "sendmediagroup" => SendMediaGroup(call),
        "sendchataction" => SendChatAction(call),
        "editmessagetext" => EditMessageText(call),
        "editmessagecaption" => EditMessageCaption(call),
        "editmessagereplymarkup" => EditMessageReplyMarkup(call),
        "deletemessage" => DeleteMessage(call),
        "answercallbackquery" => AnswerCallbackQuery(call),
        "getfile" => GetFile(call),
        "setmycommands" => SetMyCommands(call),
        "getmycommands" => _commands,
        "setwebhook" => SetWebhook(call),
        "deletewebhook" => DeleteWebhook(call),
        "getwebhookinfo" => new ApiWebhook(_webhook?.Url ?? "", false, _updates.Pending.Count),
        _ => throw new BotApiRefusal(404, "Not Found"),
    };

    private async Task MeetAsync(long chatId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_chats.ContainsKey(chatId) || _find is null)
            {
                return;
            }
        }
        if (await _find(chatId, cancellationToken) is { } person)
        {
            Open(person);
        }
    }

    private SandboxChat ChatOf(BotApiCall call)
    {
        var chatId = call.Number("chat_id") ?? throw BotApiRefusal.BadRequest("chat_id is empty");
        var chat = _chats.GetValueOrDefault(chatId) ?? throw BotApiRefusal.BadRequest("chat not found");
        return !chat.HasStarted ? throw new BotApiRefusal(403, "Forbidden: bot can't initiate conversation with a user")
            : chat.HasBlocked ? throw new BotApiRefusal(403, "Forbidden: bot was blocked by the user")
            : chat;
    }

    private long Now() => _clock.GetUtcNow().ToUnixTimeSeconds();

    private ApiMessage NewMessage(SandboxChat chat, ApiUser from) =>
        new() { MessageId = _nextMessageId++, From = from, Chat = chat.Info, Date = Now() };
}
