using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SaleAuto.Servers;

/// <summary>A server of our own that answers as the test says and keeps what it was asked.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StandIn(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, string Body, IHeaderDictionary Headers)> Requests { get; } = new();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts it; the answer is a status, a body and headers for each path and body.</summary>
    public static async Task<StandIn> StartAsync(Func<string, string, StandInAnswer> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new StandIn(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            standIn.Requests.Enqueue((context.Request.Path, body, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            var given = answer(context.Request.Path, body);
            context.Response.StatusCode = given.Status;
            context.Response.ContentType = given.Body.StartsWith('{') ? "application/json" : "text/html";
            foreach (var (name, value) in given.Headers)
            {
                context.Response.Headers[name] = value;
            }
            await context.Response.WriteAsync(given.Body);
        });
        await app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

public sealed record StandInAnswer(int Status, string Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];
}
