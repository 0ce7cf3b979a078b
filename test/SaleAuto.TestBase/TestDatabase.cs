using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace SaleAuto;

/// <summary>A real database of its own for one test class, with the schema of the migrations.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private bool _hasDemo;

    public string ConnectionString { get; protected set; } = "";

    /// <summary>Name for the configuration key Database:Provider.</summary>
    public abstract string Provider { get; }

    public abstract void AddTo(IServiceCollection services);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>Becomes a copy of the demo: its people, requests and cars, as the migrator writes them at the moment where <see cref="SettableClock"/> begins. Once; nothing may have used it before.</summary>
    public async Task TakeDemoAsync()
    {
        if (!_hasDemo)
        {
            await CopyDemoAsync();
            _hasDemo = true;
        }
    }

    protected abstract Task CopyDemoAsync();

    protected static async Task SeedDemoAsync(TestDatabase database)
    {
        await using var app = new TestApplication(database);
        await app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: true, default));
    }

    protected async Task MigrateAsync()
    {
        var services = new ServiceCollection();
        AddTo(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Database.MigrateAsync();
    }
}
