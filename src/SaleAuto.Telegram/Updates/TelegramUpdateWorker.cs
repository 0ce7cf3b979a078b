using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Bot;
using SaleAuto.Workers;

namespace SaleAuto.Telegram;

/// <summary>Handles the stored updates: those of one chat in order, those of several chats at once.</summary>
public sealed class TelegramUpdateWorker(IServiceScopeFactory scopes, ITelegramUpdateQueue queue, IOptions<TelegramOptions> options, TimeProvider clock) : IDueWorker
{
    // A stored update and its answer are kept so long: Telegram itself repeats an update for a day.
    private static readonly TimeSpan KeepTime = TimeSpan.FromDays(3);

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private TimeSpan Lease => options.Value.LeaseTime;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ClaimedWork.DoAsync(
            options.Value.Parallelism,
            count => queue.ClaimAsync(count, Now, Now + Lease, cancellationToken),
            update => HeldLease.WhileAsync(new UpdateHandling(scopes, update).RunAsync(cancellationToken), Lease, token => RenewAsync(update, token)),
            cancellationToken);
        await queue.DeleteHandledBeforeAsync(Now - KeepTime, cancellationToken);
    }

    private async Task RenewAsync(TelegramUpdate update, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ITelegramUpdateQueue>().RenewAsync(update, Now + Lease, cancellationToken);
    }
}
