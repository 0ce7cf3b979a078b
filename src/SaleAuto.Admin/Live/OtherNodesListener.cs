using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaleAuto.Auditing;

namespace SaleAuto.Admin.Live;

/// <summary>Lets the open pages of this node hear what other nodes committed. Asks only while somebody looks.</summary>
public sealed partial class OtherNodesListener(LiveHub hub, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OtherNodesListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Rows become visible at their commit, not in the order of their times, and clocks differ a little.
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(20);

    private HashSet<Guid> _heard = [];
    private DateTime _start;

    /// <summary>Reads once what is new and passes it on.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!hub.HasPages)
        {
            _start = now; // what came before a page was opened, it shows already
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        var since = now - LookBack > _start ? now - LookBack : _start;
        var recent = await scope.ServiceProvider.GetRequiredService<IChangeFeed>().ReadAsync(since, cancellationToken);
        hub.Hear([.. recent.Where(change => !_heard.Contains(change.EntryId))]);
        _heard = [.. recent.Select(change => change.EntryId)];
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _start = clock.GetUtcNow().UtcDateTime;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogDeaf(logger, failure); // the database is away for a moment: the pages still have their refresh button
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Changes of other nodes could not be read for open pages")]
    private static partial void LogDeaf(ILogger logger, Exception failure);
}
