using SaleAuto.Repositories;

namespace SaleAuto.Hosting;

/// <summary>Listens to what other nodes commit, so that a permission taken away there counts here too.</summary>
internal sealed partial class NodeListener(OtherNodes nodes, ILogger<NodeListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await nodes.ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Deaf(logger, failure); // the database is away for a moment: what was missed is heard later
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Changes of other nodes could not be read")]
        public static partial void Deaf(ILogger logger, Exception failure);
    }
}
