using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto;

/// <summary>The embedded database.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>Registers the context over a SQLite file.</summary>
    public static IServiceCollection AddSaleAutoSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<SqliteFunctions>();
        services.AddSingleton<IDatabaseDialect, SqliteDialect>();
        services.AddDbContext<SaleAutoDbContext>(
            (provider, options) => options
                .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDialect).Assembly))
                .AddInterceptors(provider.GetRequiredService<SqliteFunctions>()),
            ServiceLifetime.Scoped,
            ServiceLifetime.Singleton); // the options: they are the same for every context, and dear to put together
        return services.AddEntityFrameworkCoreRepositories();
    }
}
