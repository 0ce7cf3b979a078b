using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Sandbox.Telegram;
using SaleAuto.Servers;

namespace SaleAuto.Telegram;

/// <summary>
/// The strict Bot API on a free port, with Telegram's bad days on order. Every call is checked against the published tables:
/// what they do not know is refused, and kept in <see cref="Mistakes"/>.
/// </summary>
public sealed class BotApiStandIn : IAsyncDisposable
{
    /// <summary>Stands for the download of a file among the names of methods.</summary>
    public const string File = "file";

    private static readonly PublishedParameters _tables = new(NodeServer.Npm);

    private readonly WebApplication _app;
    private readonly List<(string Method, BotApiFault Fault)> _faults = [];
    private int _lastCall;

    private BotApiStandIn(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Api = new SandboxBotApi(clock, "1:token");
    }

    /// <summary>The people's side: open chats, write, press, look.</summary>
    public SandboxBotApi Api { get; }

    /// <summary>Setting Telegram:BaseAddress.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Setting Telegram:BotToken.</summary>
    public string Token => Api.BotToken;

    /// <summary>All calls in the order they came, those that failed on order too.</summary>
    public ConcurrentQueue<BotApiCall> Calls { get; } = new();

    /// <summary>What the published tables do not know.</summary>
    public ConcurrentQueue<string> Mistakes { get; } = new();

    /// <summary>What happens to a call by its number, when no fault is ordered for it.</summary>
    public Func<BotApiCall, int, BotApiFault?>? Weather { get; set; }

    /// <summary>Every update comes twice.</summary>
    public bool DoublesUpdates { get; set; }

    /// <summary>The newest update comes first.</summary>
    public bool ReversesUpdates { get; set; }

    public static async Task<BotApiStandIn> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var standIn = new BotApiStandIn(app, clock ?? TimeProvider.System);
        app.Run(standIn.TakeAsync);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>The next calls of a method fail, in the order of the faults.</summary>
    public void Fail(string method, params BotApiFault[] faults)
    {
        lock (_faults)
        {
            _faults.AddRange(faults.Select(fault => (method, fault)));
        }
    }

    /// <summary>Posts what is pending to the webhook as Telegram does: one after the other, each until it is taken.</summary>
    /// <returns>The statuses that were answered.</returns>
    public async Task<IReadOnlyList<int>> DeliverAsync(HttpClient program, int attempts = 10)
    {
        var (url, secret) = Api.Webhook ?? throw new InvalidOperationException("The bot set no webhook.");
        var statuses = new List<int>();
        while (Api.Pending is [var update, ..] && statuses.Count < attempts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url).PathAndQuery)
            {
                Content = new StringContent(JsonSerializer.Serialize(update, BotApiAnswer.Json), Encoding.UTF8, "application/json"),
            };
            if (secret is not null)
            {
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            }
            using var answer = await program.SendAsync(request);
            statuses.Add((int)answer.StatusCode);
            if (answer.IsSuccessStatusCode)
            {
                Api.Confirm(update.UpdateId);
            }
        }
        return statuses;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var method = path.StartsWith("/file/", StringComparison.Ordinal) ? File : path[(path.LastIndexOf('/') + 1)..];
        var call = await BotApiCall.ReadAsync(method, context.Request.QueryString.Value, context.Request.Body, context.Request.ContentType, context.RequestAborted);
        Calls.Enqueue(call);
        var fault = NextFault(method) ?? Weather?.Invoke(call, Interlocked.Increment(ref _lastCall));
        if (fault?.Kind == BotApiFaultKind.Silence)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }
        var answer = fault?.Answer ?? MistakeOf(call) ?? await Api.AnswerAsync(path, _ => Task.FromResult(call), context.RequestAborted);
        if (fault?.Kind == BotApiFaultKind.LostAnswer)
        {
            context.Abort();
            return;
        }
        var body = method == "getUpdates" ? Rearrange(answer.Body) : answer.Body;
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = body.Length;
        if (fault?.Kind is BotApiFaultKind.CutAnswer or BotApiFaultKind.HeldAnswer)
        {
            await context.Response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            body = body[(body.Length / 2)..];
        }
        if (fault?.Kind == BotApiFaultKind.CutAnswer)
        {
            context.Abort();
            return;
        }
        await (fault?.Release ?? Task.CompletedTask).WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private BotApiFault? NextFault(string method)
    {
        lock (_faults)
        {
            var index = _faults.FindIndex(x => x.Method == method);
            if (index < 0)
            {
                return null;
            }
            var fault = _faults[index].Fault;
            _faults.RemoveAt(index);
            return fault;
        }
    }

    private BotApiAnswer? MistakeOf(BotApiCall call)
    {
        if (call.Method is File or "getMe" or "getWebhookInfo")
        {
            return null;
        }
        var given = (JsonObject)call.Parameters.DeepClone();
        foreach (var upload in call.Uploads.Keys.Where(name => name is "photo" or "document" or "thumbnail"))
        {
            given[upload] = new JsonObject();
        }
        var faults = _tables.FaultsOf(call.Method, JsonSerializer.SerializeToElement(given));
        foreach (var fault in faults)
        {
            Mistakes.Enqueue($"{call.Method}: {fault}");
        }
        return faults.Count == 0 ? null : BotApiAnswer.Refuse(400, "Bad Request: " + string.Join("; ", faults));
    }

    private ReadOnlyMemory<byte> Rearrange(ReadOnlyMemory<byte> body)
    {
        if (!DoublesUpdates && !ReversesUpdates || JsonNode.Parse(body.Span) is not JsonObject answer || answer["result"] is not JsonArray updates)
        {
            return body;
        }
        var all = updates.SelectMany(update => Enumerable.Repeat(update!, DoublesUpdates ? 2 : 1)).Select(update => update.DeepClone());
        answer["result"] = new JsonArray([.. ReversesUpdates ? all.Reverse() : all]);
        return JsonSerializer.SerializeToUtf8Bytes(answer);
    }
}

/// <summary>One of Telegram's bad days.</summary>
public sealed record BotApiFault(BotApiFaultKind Kind, BotApiAnswer? Answer = null)
{
    /// <summary>Until when the rest of a held answer waits.</summary>
    public Task? Release { get; private init; }

    /// <summary>The call is carried out, and the connection breaks before its answer.</summary>
    public static BotApiFault LostAnswer { get; } = new(BotApiFaultKind.LostAnswer);

    /// <summary>The call is carried out, and the connection breaks in the middle of its answer.</summary>
    public static BotApiFault CutAnswer { get; } = new(BotApiFaultKind.CutAnswer);

    /// <summary>Nothing is done, and no answer ever comes.</summary>
    public static BotApiFault Silence { get; } = new(BotApiFaultKind.Silence);

    public static BotApiFault BadGateway { get; } = new(BotApiFaultKind.Answer, new BotApiAnswer(502, "<html>Bad Gateway</html>"u8.ToArray(), "text/html"));

    public static BotApiFault Blocked { get; } = new(BotApiFaultKind.Answer, BotApiAnswer.Refuse(403, "Forbidden: bot was blocked by the user"));

    /// <summary>The call is carried out, and half of its answer comes; the rest waits.</summary>
    public static BotApiFault Held(Task release) => new(BotApiFaultKind.HeldAnswer) { Release = release };

    public static BotApiFault TooMany(int retryAfter) =>
        new(BotApiFaultKind.Answer, BotApiAnswer.Refuse(429, $"Too Many Requests: retry after {retryAfter}", retryAfter));

    public static BotApiFault BadRequest(string reason) => new(BotApiFaultKind.Answer, BotApiAnswer.Refuse(400, "Bad Request: " + reason));
}

public enum BotApiFaultKind
{
    Answer,
    LostAnswer,
    CutAnswer,
    HeldAnswer,
    Silence,
}
