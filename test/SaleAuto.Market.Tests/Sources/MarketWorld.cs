using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Blobs;
using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Market;

/// <summary>The market as the host wires it, with rows and blobs in memory.</summary>
public sealed class MarketWorld : IAsyncDisposable
{
    public static readonly PolitenessOptions Quick = new()
    {
        Delay = TimeSpan.Zero,
        RetryDelay = TimeSpan.Zero,
        Retries = 0,
        Concurrency = 4,
        MaxPages = 5,
    };

    private readonly Dictionary<string, string?> _settings = new()
    {
        ["Market:PlateRegistry"] = "http://registry.invalid",
        ["Market:Sources:0:Name"] = "nowhere",
        ["Market:Sources:0:BaseAddress"] = "http://nowhere.invalid",
        ["Market:Sources:0:SearchPath"] = "{make}",
    };
    private readonly ServiceCollection _services = [];
    private readonly Lazy<ServiceProvider> _provider;

    public MarketWorld()
    {
        _services.AddLogging();
        _services.AddSingleton<IBlobContainer>(Blobs);
        _services.AddSingleton<IMarketSnapshotRepository>(Snapshots);
        _services.AddSingleton<IMarketSourceHealthRepository>(Healths);
        _services.AddSingleton<IUnitOfWork, NoUnitOfWork>();
        _services.AddSingleton<IListingExtractor, LineExtractor>();
        _provider = new Lazy<ServiceProvider>(() =>
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
            return _services.AddMarket(configuration).BuildServiceProvider(validateScopes: true);
        });
    }

    public BlobsInMemory Blobs { get; } = new();

    public SnapshotsInMemory Snapshots { get; } = new();

    public HealthsInMemory Healths { get; } = new();

    public IPageFetcher Fetcher => Get<IPageFetcher>();

    public IMarketSearch Search => Get<IMarketSearch>();

    public T Get<T>()
        where T : notnull => _provider.Value.GetRequiredService<T>();

    public MarketWorld With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Lets requests reach loopback, as the sandbox does.</summary>
    public MarketWorld WithSandbox(StubSite site) => With<ISandboxAddress>(new SandboxAt(site.Url));

    public MarketWorld With<T>(T service)
        where T : class
    {
        _services.RemoveAll<T>();
        _services.AddSingleton(service);
        return this;
    }

    /// <summary>A source at the stub, asked without pauses.</summary>
    public MarketWorld WithSource(int index, string name, StubSite site, string path = "{make}/{model}", int maxPages = 5)
    {
        var key = $"Market:Sources:{index}";
        return With($"{key}:Name", name).With($"{key}:BaseAddress", site.Url.AbsoluteUri).With($"{key}:SearchPath", path)
            .With($"{key}:Politeness:Delay", "0").With($"{key}:Politeness:Concurrency", "4").With($"{key}:Politeness:Retries", "0").With($"{key}:Politeness:MaxPages", $"{maxPages}");
    }

    public ValueTask DisposeAsync() => _provider.IsValueCreated ? _provider.Value.DisposeAsync() : ValueTask.CompletedTask;

    private sealed class SandboxAt(Uri url) : ISandboxAddress
    {
        public Task<Uri> GetAsync(CancellationToken cancellationToken) => Task.FromResult(url);
    }
}

public sealed class BlobsInMemory : IBlobContainer
{
    public Dictionary<string, byte[]> Files { get; } = [];

    public async Task SaveAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        Files[name] = copy.ToArray();
    }

    public Task<Stream?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Files.TryGetValue(name, out var file) ? new MemoryStream(file) : null);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Files.Remove(name));
}

public abstract class RowsInMemory<T> : IRepository<T>
    where T : Entity<Guid>
{
    public List<T> Rows { get; } = [];

    public Task<T> GetAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(Rows.Single(row => row.Id == id));

    public Task<T?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(Rows.SingleOrDefault(row => row.Id == id));

    public void Insert(T entity) => Rows.Add(entity);

    public void Delete(T entity) => Rows.Remove(entity);
}

public sealed class SnapshotsInMemory : RowsInMemory<MarketSnapshot>, IMarketSnapshotRepository
{
    public Task<IReadOnlyList<MarketSnapshot>> GetListAsync(MarketQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MarketSnapshot>>(
            [.. Rows.Where(row => new MarketQuery(row.Make, row.Model, row.YearFrom, row.YearTo) == query)]);

    public Task DeleteTakenBeforeAsync(DateTime moment, CancellationToken cancellationToken)
    {
        Rows.RemoveAll(row => row.TakenAt < moment);
        return Task.CompletedTask;
    }
}

public sealed class HealthsInMemory : RowsInMemory<MarketSourceHealth>, IMarketSourceHealthRepository
{
    public MarketSourceHealth this[string source] => Rows.Single(row => row.Source == source);

    public Task<IReadOnlyList<MarketSourceHealth>> GetListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MarketSourceHealth>>([.. Rows]);
}

public sealed class NoUnitOfWork : IUnitOfWork
{
    public Task SaveChangesAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken) => action(cancellationToken);

    public Task TakeTurnAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;
}
