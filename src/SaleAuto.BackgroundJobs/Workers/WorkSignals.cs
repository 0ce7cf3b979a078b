using System.Threading.Channels;

namespace SaleAuto.Workers;

/// <summary>Wakes workers of this process. Signals that come while the worker has not started yet are one.</summary>
internal sealed class WorkSignals(IEnumerable<DueWorkerRegistration> workers) : IWorkSignal
{
    private readonly Dictionary<Type, Channel<bool>> _signals = workers.ToDictionary(
        worker => worker.WorkerType,
        _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }));

    public void Raise<TWorker>()
        where TWorker : IDueWorker
    {
        if (_signals.TryGetValue(typeof(TWorker), out var signals)) // a program without that worker leaves the work to others
        {
            signals.Writer.TryWrite(true);
        }
    }

    public IAsyncEnumerable<bool> Of(Type worker, CancellationToken cancellationToken) => _signals[worker].Reader.ReadAllAsync(cancellationToken);
}
