using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Benchmarks;

/// <summary>A new database with the schema of the migrations, removed afterwards.</summary>
internal static class BenchmarkDatabase
{
    /// <summary>Works on a SQLite file of its own.</summary>
    public static async Task<T> OnSqliteAsync<T>(
        Action<IServiceCollection> configure, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("saleauto-bench-").FullName;
        try
        {
            return await RunAsync(services => services.AddSaleAutoSqlite($"Data Source={Path.Combine(folder, "bench.db")}"), configure, work, cancellationToken);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Works on a database of its own on the given server.</summary>
    public static Task<T> OnPostgreSqlAsync<T>(
        string server, Action<IServiceCollection> configure, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(services => services.AddSaleAutoPostgreSql($"{server};Database=saleauto_bench_{Guid.NewGuid():N}"), configure, work, cancellationToken);

    private static async Task<T> RunAsync<T>(
        Action<IServiceCollection> addDatabase, Action<IServiceCollection> configure, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging();
        addDatabase(services);
        configure(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Database;
        await database.MigrateAsync(cancellationToken);
        try
        {
            return await work(provider);
        }
        finally
        {
            await database.EnsureDeletedAsync(CancellationToken.None);
        }
    }
}
