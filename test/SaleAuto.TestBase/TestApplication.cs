using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Auditing;
using SaleAuto.Users;
using SaleAuto.Workers;

namespace SaleAuto;

/// <summary>The application layer over a real database, with a settable clock and a settable person; gateways are given by the test.</summary>
public sealed class TestApplication : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly TestDatabase _database;

    public TestApplication(TestDatabase database, Action<IServiceCollection>? configure = null)
    {
        _database = database;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Logs));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddScoped<ICurrentUser>(provider => new ActingUser(User, provider.GetRequiredService<UserSwitch>()));
        services.AddSingleton<IRequestOrigin>(User);
        services.AddSingleton<IWorkSignal>(Signals);
        services.Configure<PublicAddress>(address => address.PublicUrl = "https://saleauto.test");
        database.AddTo(services);
        services.AddSaleAutoApplication();
        configure?.Invoke(services);
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public SettableClock Clock { get; } = new();

    public TestUser User { get; } = new();

    public RecordedSignals Signals { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public IServiceProvider Services => _provider;

    /// <summary>Puts the people and rows of the demo into the database, unless they are there.</summary>
    public Task TakeDemoAsync() => _database.TakeDemoAsync();

    /// <summary>Runs a use case in a scope of its own, as a request would.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> action)
        where TService : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs a use case in a scope of its own, as a request would.</summary>
    public async Task RunAsync<TService>(Func<TService, Task> action)
        where TService : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Looks into or writes to the database directly.</summary>
    public Task<TResult> InDatabaseAsync<TResult>(Func<SaleAutoDbContext, Task<TResult>> look) => RunAsync(look);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}

/// <summary>On whose behalf the test acts: the program itself, until somebody is named.</summary>
public sealed class TestUser : ICurrentUser, IRequestOrigin
{
    public Guid? StaffId { get; set; }

    public Guid? ClientId { get; set; }

    /// <summary>Scopes of the token that the person came with.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    /// <summary>The session that the person works in.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>Whether a visitor asks whom nobody knows.</summary>
    public bool IsRequest { get; set; }

    public string? Address => "192.0.2.1";

    public string? CorrelationId => null;
}

internal sealed class ActingUser(TestUser user, UserSwitch acting) : ICurrentUser
{
    public Guid? StaffId => acting.StaffId ?? user.StaffId;

    public Guid? ClientId => acting.StaffId is null ? user.ClientId : null;

    public IReadOnlyList<string>? Scopes => acting.StaffId is null ? user.Scopes : null;

    public Guid? SessionId => acting.StaffId is null ? user.SessionId : null;
}

/// <summary>Which workers were woken.</summary>
public sealed class RecordedSignals : IWorkSignal
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<Type> _raised = new();

    public IReadOnlyCollection<Type> Raised => _raised;

    public void Raise<TWorker>()
        where TWorker : IDueWorker => _raised.Enqueue(typeof(TWorker));
}

/// <summary>Every log line with its values, to show that nothing personal is among them.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Recorder(_lines);

    public void Dispose()
    {
    }

    private sealed class Recorder(System.Collections.Concurrent.ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
