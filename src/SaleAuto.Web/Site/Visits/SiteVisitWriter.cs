using SaleAuto.Visits;

namespace SaleAuto.Site.Visits;

/// <summary>Writes the counted visits down: every minute, and when the program stops and the last page is out. Every node writes its own.</summary>
internal sealed partial class SiteVisitWriter(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SiteVisitWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SiteVisitRecorder>().RecordAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Kept(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Counted visits could not be written and are kept for the next time")]
        public static partial void Kept(ILogger logger, Exception failure);
    }
}
