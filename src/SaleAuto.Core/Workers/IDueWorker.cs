namespace SaleAuto.Workers;

/// <summary>Looks for rows that are due and moves them on. Any number of nodes may run it at once: rows are claimed, never assumed.</summary>
public interface IDueWorker
{
    /// <summary>How often it looks when nobody signals, a whole number of seconds.</summary>
    static abstract TimeSpan Interval { get; }

    /// <summary>Works until nothing is due.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Wakes a worker of this process at once, instead of at its next interval. A lost signal costs only that interval.</summary>
public interface IWorkSignal
{
    /// <summary>Says that rows for the worker were just committed.</summary>
    void Raise<TWorker>()
        where TWorker : IDueWorker;
}
