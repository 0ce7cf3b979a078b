using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Telegram;
using SaleAuto.Workers;

namespace SaleAuto.Bot;

/// <summary>Sends what the bot has to say: in order to one chat, to several chats at once.</summary>
public sealed class BotSendWorker(IServiceScopeFactory scopes, IBotOutgoingQueue queue, IOptions<TelegramOptions> options, TimeProvider clock) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(2);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private TimeSpan Lease => options.Value.LeaseTime;

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => ClaimedWork.DoAsync(
        options.Value.Parallelism,
        count => queue.ClaimAsync(count, Now, Now + Lease, cancellationToken),
        outgoing => HeldLease.WhileAsync(SendAsync(outgoing, cancellationToken), Lease, token => RenewAsync(outgoing, token)),
        cancellationToken);

    private async Task SendAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotSending>().SendAsync(outgoing, cancellationToken);
    }

    private async Task RenewAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBotOutgoingQueue>().RenewAsync(outgoing, Now + Lease, cancellationToken);
    }
}
