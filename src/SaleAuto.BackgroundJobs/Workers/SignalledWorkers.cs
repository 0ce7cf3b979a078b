using Microsoft.Extensions.Hosting;

namespace SaleAuto.Workers;

/// <summary>Runs each worker as soon as it is signalled, one run after the other.</summary>
internal sealed class SignalledWorkers(IEnumerable<DueWorkerRegistration> workers, WorkSignals signals, DueWorkerRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(workers.Select(worker => FollowAsync(worker, stoppingToken)));

    private async Task FollowAsync(DueWorkerRegistration worker, CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in signals.Of(worker.WorkerType, stoppingToken))
            {
                await runner.RunAsync(worker, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is being stopped.
        }
    }
}
