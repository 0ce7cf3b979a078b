using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>Tells open chat windows what happens.</summary>
internal static class SandboxTelegramEvents
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(20);

    // The end of the program must not wait for windows that are open.
    public static IResult Listen(SandboxBotApi api, IHostApplicationLifetime life, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(ReadAsync(api, life.ApplicationStopping, cancellationToken));

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(SandboxBotApi api, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = api.Watch();
        try
        {
            yield return new SseItem<string>("{}", "beat");
            while (!stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
                beat.CancelAfter(_beat);
                SandboxChange? change = null;
                var isOver = false;
                try
                {
                    change = await watcher.Reader.ReadAsync(beat.Token);
                }
                catch (OperationCanceledException)
                {
                    // Nothing happened for a while, or nobody listens any more.
                }
                catch (System.Threading.Channels.ChannelClosedException)
                {
                    isOver = true; // too slow: the window connects again and reads everything anew
                }
                if (isOver)
                {
                    yield break;
                }
                yield return change is null
                    ? new SseItem<string>("{}", "beat")
                    : new SseItem<string>(JsonSerializer.Serialize(change, BotApiAnswer.Json), JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Kind.ToString()));
            }
        }
        finally
        {
            api.Unwatch(watcher);
        }
    }
}
