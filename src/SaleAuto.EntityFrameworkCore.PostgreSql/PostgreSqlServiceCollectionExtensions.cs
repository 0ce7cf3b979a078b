using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly)));
        return services.AddEntityFrameworkCoreRepositories();
    }
}
