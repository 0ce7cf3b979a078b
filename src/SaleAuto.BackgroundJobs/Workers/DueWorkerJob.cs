using Quartz;

namespace SaleAuto.Workers;

/// <summary>The regular round of a worker; in a cluster one node makes it.</summary>
internal sealed class DueWorkerJob<TWorker>(DueWorkerRunner runner) : IJob
    where TWorker : class, IDueWorker
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runner.RunAsync(DueWorkerRegistration.Of<TWorker>(), cancellationToken);
}
