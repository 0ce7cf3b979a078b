using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SaleAuto.Messages;

/// <summary>Takes messages; the answer to each comes when the test lets it.</summary>
public sealed class TwilioStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>();

    private TwilioStandIn(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<TwilioStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new TwilioStandIn(app);
        app.Run(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            var request = new Request(form["Body"].ToString(), form["StatusCallback"].ToString());
            await standIn._requests.Writer.WriteAsync(request);
            await request.Answered.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 201;
            await context.Response.WriteAsJsonAsync(new { sid = "SM1", status = "queued" });
        });
        await app.StartAsync();
        return standIn;
    }

    /// <summary>The next request, as soon as it has come.</summary>
    public async Task<Request> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        return await _requests.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Whether a request came that nobody has looked at.</summary>
    public bool HasMore => _requests.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public sealed record Request(string Text, string StatusCallback)
    {
        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
