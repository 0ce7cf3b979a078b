using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Telegram;
using SaleAuto.Workers;

namespace SaleAuto.Bot;

/// <summary>Sends what the bot has to say: in order to one chat, to several chats at once.</summary>
public sealed class BotSendWorker(IServiceScopeFactory scopes, IBotOutgoingQueue queue, IOptions<TelegramOptions> options, TimeProvider clock) : IDueWorker
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var claimed = await queue.ClaimAsync(options.Value.Parallelism, now, now + Lease, cancellationToken);
            if (claimed.Count == 0)
            {
                return;
            }
            await Parallel.ForEachAsync(
                claimed,
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellationToken },
                async (outgoing, token) =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<BotSending>().SendAsync(outgoing, token);
                });
        }
    }
}
