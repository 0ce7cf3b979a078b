using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaleAuto.Bot;
using SaleAuto.Repositories;

namespace SaleAuto.Telegram;

/// <summary>Gets updates to the program: asks for them on one node at a time, or has Telegram call the webhook.</summary>
internal sealed partial class TelegramPoller(
    IServiceScopeFactory scopes, IOptions<TelegramOptions> options, IOptions<PublicAddress> address, TimeProvider clock, ILogger<TelegramPoller> logger)
    : BackgroundService
{
    /// <summary>What the bot wants to hear of.</summary>
    internal static readonly IReadOnlyList<string> Kinds = ["message", "callback_query"];

    private const string LeaseName = "telegram-poller";
    private const int MostUpdates = 100;

    private readonly Guid _node = Guid.NewGuid();
    private readonly TimeSpan _pause = TimeSpan.FromSeconds(5);
    private bool _isSetUp;
    private long? _offset;

    /// <summary>One round: takes the lease, asks, stores.</summary>
    /// <returns>How long to wait before the next round.</returns>
    internal async Task<TimeSpan> PollAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await TakeLeaseAsync(scope.ServiceProvider, cancellationToken))
        {
            (_isSetUp, _offset) = (false, null);
            return _pause;
        }
        var telegram = scope.ServiceProvider.GetRequiredService<TelegramClient>();
        if (!_isSetUp && !await SetUpAsync(telegram, cancellationToken))
        {
            return _pause;
        }
        if (options.Value.Mode == TelegramMode.Webhook)
        {
            return options.Value.LeaseTime / 3;
        }
        var request = new GetUpdatesRequest { Offset = _offset, Limit = MostUpdates, Timeout = options.Value.PollSeconds, AllowedUpdates = Kinds };
        var asking = telegram.GetUpdatesAsync(request, cancellationToken);
        await HeldLease.WhileAsync(asking, options.Value.LeaseTime, token => TakeLeaseAsync(scope.ServiceProvider, token));
        var answer = await asking;
        if (answer is not { Ok: true, Result: { } updates })
        {
            _isSetUp = answer.ErrorCode != 409; // somebody set a webhook, or another program polls with our token
            Log.Refused(logger, answer.ErrorCode);
            return answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : _pause;
        }
        await scope.ServiceProvider.GetRequiredService<UpdateInbox>().StoreAsync(updates, cancellationToken);

        // Stored, so the next request may confirm them. Once confirmed nothing is named: after a quiet week Telegram numbers anew, perhaps lower.
        _offset = updates.Count == 0 ? null : updates.Max(x => x.GetProperty("update_id").GetInt64()) + 1;
        return TimeSpan.Zero;
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (options.Value.IsConfigured)
        {
            await ReleaseAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
        {
            return;
        }
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = _pause;
            try
            {
                pause = await PollAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The connection or the database is away for a moment. Addresses hold the token, so only the type is told.
                Log.Failed(logger, failure.GetType().Name);
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TakeLeaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var leases = services.GetRequiredService<IBotLeaseRepository>();
        return await services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token => (await leases.GetOrAddAsync(LeaseName, token)).Take(_node, clock.GetUtcNow().UtcDateTime, options.Value.LeaseTime),
            cancellationToken);
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var leases = scope.ServiceProvider.GetRequiredService<IBotLeaseRepository>();
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async token =>
                {
                    (await leases.GetOrAddAsync(LeaseName, token)).Release(_node);
                    return true;
                },
                cancellationToken);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure.GetType().Name); // the lease runs out by itself
        }
    }

    private async Task<bool> SetUpAsync(TelegramClient telegram, CancellationToken cancellationToken)
    {
        var answer = options.Value.Mode == TelegramMode.Webhook
            ? await telegram.SetWebhookAsync(
                new SetWebhookRequest { Url = address.Value.Of(TelegramWebhook.Path), SecretToken = options.Value.WebhookSecret, AllowedUpdates = Kinds },
                cancellationToken)
            : await telegram.DeleteWebhookAsync(new DeleteWebhookRequest { DropPendingUpdates = false }, cancellationToken); // what waits is somebody's work
        _isSetUp = answer.Ok;
        if (!answer.Ok)
        {
            Log.Refused(logger, answer.ErrorCode);
        }
        return answer.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Telegram gives no updates: {Code}")]
        public static partial void Refused(ILogger logger, int code);

        [LoggerMessage(LogLevel.Warning, "Updates could not be fetched: {Failure}")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
