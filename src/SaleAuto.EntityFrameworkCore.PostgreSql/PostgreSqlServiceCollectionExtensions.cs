using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SaleAuto.Repositories;

namespace SaleAuto;

/// <summary>The database of servers.</summary>
public static class PostgreSqlServiceCollectionExtensions
{
    /// <summary>Registers the context over a PostgreSQL server.</summary>
    public static IServiceCollection AddSaleAutoPostgreSql(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<IDatabaseDialect, PostgreSqlDialect>();
        services.AddSingleton(provider => Pool(connectionString, provider.GetService<ILoggerFactory>()));
        services.AddScoped<IReadConnections, PooledReads>();
        services.AddDbContext<SaleAutoDbContext>(
            (provider, options) => options.UseNpgsql(
                provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly)),
            ServiceLifetime.Scoped,
            ServiceLifetime.Singleton); // the options: they are the same for every context, and dear to put together
        return services.AddEntityFrameworkCoreRepositories();
    }

    private static NpgsqlDataSource Pool(string connectionString, ILoggerFactory? loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
        {
            builder.ConnectionStringBuilder.MaxAutoPrepare = 100; // statements used again and again, unless the operator decided otherwise
        }
        return builder.UseLoggerFactory(loggers).Build();
    }
}
