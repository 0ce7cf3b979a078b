using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        services.AddDbContext<SaleAutoDbContext>(options => options
            .UseNpgsql(Prepared(connectionString), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly)));
        return services.AddEntityFrameworkCoreRepositories();
    }

    // Statements used again and again are prepared on their connection, unless the operator decided otherwise.
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 100;
        }
        return settings.ConnectionString;
    }
}
