using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SaleAuto.Workers;

/// <summary>A program that runs one worker over a database's schedule.</summary>
public sealed class WorkerNode : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;
    private readonly IHost _host;

    private WorkerNode(TestDatabase database, string name, Func<string, CancellationToken, Task> run)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Logging.AddProvider(Logs);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider,
            ["ConnectionStrings:Default"] = database.ConnectionString,
            ["DataFolder"] = _folder,
        });
        builder.Services.AddSingleton(new Work(name, run));
        builder.Services.AddDueWorker<EverySecond>();
        builder.Services.AddDueWorker<Hourly>();
        builder.Services.AddBackgroundJobs(builder.Configuration);
        _host = builder.Build();
    }

    public RecordedLogs Logs { get; } = new();

    public IWorkSignal Signal => _host.Services.GetRequiredService<IWorkSignal>();

    public static async Task<WorkerNode> StartAsync(TestDatabase database, string name, Func<string, CancellationToken, Task> run)
    {
        var node = new WorkerNode(database, name, run);
        await node._host.StartAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public sealed record Work(string Node, Func<string, CancellationToken, Task> RunAsync);

    public sealed class EverySecond(Work work) : IDueWorker
    {
        public static TimeSpan Interval => TimeSpan.FromSeconds(1);

        public Task RunAsync(CancellationToken cancellationToken) => work.RunAsync(work.Node, cancellationToken);
    }

    public sealed class Hourly(Work work) : IDueWorker
    {
        public static TimeSpan Interval => TimeSpan.FromHours(1);

        public Task RunAsync(CancellationToken cancellationToken) => work.RunAsync($"{work.Node} signalled", cancellationToken);
    }
}

/// <summary>Who ran when, and whether two ran at once.</summary>
public sealed class Rounds
{
    private readonly ConcurrentQueue<string> _nodes = new();
    private int _running;

    public IReadOnlyCollection<string> Nodes => _nodes;

    public bool Overlapped { get; private set; }

    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        Overlapped |= Interlocked.Increment(ref _running) > 1;
        await Task.Delay(200, cancellationToken);
        Interlocked.Decrement(ref _running);
        _nodes.Enqueue(node);
    }

    public async Task UntilAsync(Func<IReadOnlyCollection<string>, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition(Nodes))
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
