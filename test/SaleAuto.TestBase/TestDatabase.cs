using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace SaleAuto;

/// <summary>A real database of its own for one test class, with the schema of the migrations.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public string ConnectionString { get; protected set; } = "";

    /// <summary>Name for the configuration key Database:Provider.</summary>
    public abstract string Provider { get; }

    public abstract void AddTo(IServiceCollection services);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    protected async Task MigrateAsync()
    {
        var services = new ServiceCollection();
        AddTo(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Database.MigrateAsync();
    }
}
