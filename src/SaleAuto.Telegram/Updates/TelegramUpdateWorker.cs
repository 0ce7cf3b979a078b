using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Bot;
using SaleAuto.Workers;

namespace SaleAuto.Telegram;

/// <summary>Handles the stored updates: those of one chat in order, those of several chats at once.</summary>
public sealed class TelegramUpdateWorker(IServiceScopeFactory scopes, ITelegramUpdateQueue queue, IOptions<TelegramOptions> options, TimeProvider clock) : IDueWorker
{
    // Longer than fetching the largest file takes.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    // A stored update and its answer are kept so long: Telegram itself repeats an update for a day.
    private static readonly TimeSpan KeepTime = TimeSpan.FromDays(3);

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var claimed = await queue.ClaimAsync(options.Value.Parallelism, now, now + Lease, cancellationToken);
            if (claimed.Count == 0)
            {
                break;
            }
            await Parallel.ForEachAsync(
                claimed,
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellationToken },
                async (update, token) => await new UpdateHandling(scopes, update).RunAsync(token));
        }
        await queue.DeleteHandledBeforeAsync(clock.GetUtcNow().UtcDateTime - KeepTime, cancellationToken);
    }
}
