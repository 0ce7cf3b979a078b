using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SaleAuto.Market;

/// <summary>A site on a free port of this machine; what it answers is up to the test, by path. It has no robots.txt unless given one.</summary>
public sealed class StubSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;

    private StubSite(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public Uri Url => new(_app.Urls.First());

    public int Port => Url.Port;

    /// <summary>Paths with query that were asked for, robots.txt left out.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public static async Task<StubSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new StubSite(builder.Build());
        await site._app.StartAsync();
        return site;
    }

    public StubSite On(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return this;
    }

    public StubSite On(string path, string body, int status = 200) => On(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(body);
    });

    /// <summary>Answers with one after the other, and with the last one from then on.</summary>
    public StubSite OnEach(string path, params RequestDelegate[] answers)
    {
        var next = -1;
        return On(path, context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public static RequestDelegate Status(int status, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
        if (status != 304)
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"status {status}"));
        }
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path != "/robots.txt")
        {
            _asked.Enqueue(path + context.Request.QueryString);
        }
        return _pages.TryGetValue(path, out var answer) ? answer(context) : Status(404)(context);
    }
}
