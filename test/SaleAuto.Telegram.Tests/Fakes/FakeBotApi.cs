using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SaleAuto.Telegram;

/// <summary>Telegram without a network: keeps every chat as the person sees it, refuses what Telegram refuses, and fails when told to.</summary>
public sealed class FakeBotApi : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<long, List<ShownMessage>> _chats = new();
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _faults = [];
    private long _lastId = 100;

    /// <summary>Every call, oldest first.</summary>
    public List<(string Method, JsonElement Body)> Calls { get; } = [];

    /// <summary>Updates that wait to be fetched.</summary>
    public List<JsonElement> Waiting { get; } = [];

    /// <summary>Content of files by id; the path of a file is its id.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    public long NextMessageId() => Interlocked.Increment(ref _lastId);

    public IReadOnlyList<ShownMessage> Chat(long chatId) => _chats.GetValueOrDefault(chatId) ?? [];

    public IEnumerable<JsonElement> CallsOf(string method) => Calls.Where(x => x.Method == method).Select(x => x.Body);

    /// <summary>The next call of the method is answered so.</summary>
    public void Fail(string method, int code, string description, int? retryAfter = null) => Queue(method, () => Refuse(code, description, retryAfter));

    /// <summary>The next call of the method is answered by a page, as proxies do.</summary>
    public void Break(string method) => Queue(method, () => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>Bad Gateway</html>") });

    /// <summary>The next call of the method is taken, but its answer gets lost.</summary>
    public void LoseAnswer(string method) => Queue(method, () => throw new HttpRequestException("connection reset"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var method = path[(path.LastIndexOf('/') + 1)..];
        if (path.StartsWith("/file/", StringComparison.Ordinal))
        {
            lock (_lock)
            {
                return Fault("file") ?? (Files.TryGetValue(method, out var content)
                    ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) }
                    : new HttpResponseMessage(HttpStatusCode.NotFound));
            }
        }
        var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement.Clone();
        lock (_lock)
        {
            Calls.Add((method, body));
            return Fault(method) ?? Answer(method, body);
        }
    }

    private HttpResponseMessage Answer(string method, JsonElement body) => method switch
    {
        "sendMessage" => Send(body, body.GetProperty("text").GetString()!, 4096),
        "sendPhoto" => Send(body, body.GetProperty("caption").GetString()!, 1024),
        "editMessageText" => Edit(body, body.GetProperty("text").GetString()!),
        "editMessageReplyMarkup" => Edit(body, null),
        "getUpdates" => Updates(body),
        "getFile" => Files.ContainsKey(body.GetProperty("file_id").GetString()!)
            ? Ok(new { file_id = body.GetProperty("file_id").GetString(), file_unique_id = "u", file_path = body.GetProperty("file_id").GetString() })
            : Refuse(400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
        _ => Ok(true),
    };

    private HttpResponseMessage Send(JsonElement body, string html, int most)
    {
        if (Wrong(body, html, most) is { } wrong)
        {
            return Refuse(400, wrong);
        }
        var message = new ShownMessage(NextMessageId(), html, Buttons(body));
        _chats.GetOrAdd(body.GetProperty("chat_id").GetInt64(), _ => []).Add(message);
        return Ok(new { message_id = message.Id });
    }

    private HttpResponseMessage Edit(JsonElement body, string? html)
    {
        var chat = _chats.GetOrAdd(body.GetProperty("chat_id").GetInt64(), _ => []);
        var at = chat.FindIndex(x => x.Id == body.GetProperty("message_id").GetInt64());
        if (at < 0)
        {
            return Refuse(400, "Bad Request: message to edit not found");
        }
        var edited = new ShownMessage(chat[at].Id, html ?? chat[at].Html, Buttons(body));
        if (edited.Html == chat[at].Html && edited.Buttons.SequenceEqual(chat[at].Buttons))
        {
            return Refuse(400, "Bad Request: message is not modified");
        }
        if (html is not null && Wrong(body, html, 4096) is { } wrong)
        {
            return Refuse(400, wrong);
        }
        chat[at] = edited;
        return Ok(true);
    }

    private HttpResponseMessage Updates(JsonElement body)
    {
        var offset = body.TryGetProperty("offset", out var given) ? given.GetInt64() : 0;
        Waiting.RemoveAll(x => x.GetProperty("update_id").GetInt64() < offset);
        return Ok(Waiting);
    }

    private static string? Wrong(JsonElement body, string html, int most)
    {
        var text = ShownMessage.Plain(html);
        if (text.Length == 0 || text.Length > most)
        {
            return text.Length == 0 ? "Bad Request: message text is empty" : "Bad Request: message is too long";
        }
        return Buttons(body).Any(x => x.Data is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > 64) ? "Bad Request: BUTTON_DATA_INVALID" : null;
    }

    private static List<ShownButton> Buttons(JsonElement body) => body.TryGetProperty("reply_markup", out var markup)
        ? [.. markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(x => new ShownButton(
            x.GetProperty("text").GetString()!,
            x.TryGetProperty("callback_data", out var data) ? data.GetString() : null))]
        : [];

    private HttpResponseMessage? Fault(string method) => _faults.GetValueOrDefault(method) is { Count: > 0 } faults ? faults.Dequeue()() : null;

    private void Queue(string method, Func<HttpResponseMessage> answer)
    {
        lock (_lock)
        {
            if (!_faults.TryGetValue(method, out var faults))
            {
                _faults[method] = faults = new Queue<Func<HttpResponseMessage>>();
            }
            faults.Enqueue(answer);
        }
    }

    private static HttpResponseMessage Ok(object result) => Json(200, new { ok = true, result });

    private static HttpResponseMessage Refuse(int code, string description, int? retryAfter = null) => Json(code, retryAfter is null
        ? new { ok = false, error_code = code, description }
        : new { ok = false, error_code = code, description, parameters = new { retry_after = retryAfter } });

    private static HttpResponseMessage Json(int status, object content) =>
        new((HttpStatusCode)status) { Content = new StringContent(JsonSerializer.Serialize(content), Encoding.UTF8, "application/json") };
}

/// <summary>A message as it stands in a chat.</summary>
public sealed record ShownMessage(long Id, string Html, IReadOnlyList<ShownButton> Buttons)
{
    public string Text => Plain(Html);

    /// <summary>What the button of that caption sends.</summary>
    public string DataOf(string caption) => Buttons.FirstOrDefault(x => x.Text == caption)?.Data
        ?? throw new InvalidOperationException($"No button is called {caption} among {string.Join(", ", Buttons.Select(x => x.Text))}");

    public static string Plain(string html) => WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", ""));
}

/// <summary>A button under it.</summary>
public sealed record ShownButton(string Text, string? Data);
