using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Workers;

namespace SaleAuto.Messages;

/// <summary>Sends what the outbox holds: recipients side by side, one recipient's messages one after the other.</summary>
public class OutboxWorker(IOutboxQueue queue, IServiceScopeFactory scopes, IOptions<OutboxOptions> options, TimeProvider clock) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var claimed = await queue.ClaimAsync(options.Value.BatchSize, now, now.AddSeconds(options.Value.LeaseSeconds), cancellationToken);
            if (claimed.Count == 0)
            {
                return;
            }
            // A batch is served codes first; only a code that overtakes comes beside another message of its recipient.
            var recipients = claimed.GroupBy(message => (message.Channel, message.Recipient));
            await Parallel.ForEachAsync(
                recipients,
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellationToken },
                async (messages, token) => await ServeAsync(messages, token));
        }
    }

    private async Task ServeAsync(IEnumerable<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var dispatch = scope.ServiceProvider.GetRequiredService<MessageDispatch>();
        var outcomes = scope.ServiceProvider.GetRequiredService<IOutboxQueue>();
        foreach (var message in messages.OrderBy(m => m.Priority).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id))
        {
            var outcome = await dispatch.TryAsync(message, cancellationToken);
            // Noted even when the program is being stopped: the message has left.
            await outcomes.CompleteAsync(message, outcome, CancellationToken.None);
        }
    }
}
