using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto;

// Applies migrations and the rows that the program needs, then exits. Settings come from the environment or the command line.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var connectionString = configuration.GetConnectionString("Default");
if (string.IsNullOrEmpty(connectionString))
{
    Console.Error.WriteLine("ConnectionStrings:Default is missing: set ConnectionStrings__Default and Database__Provider (Sqlite or PostgreSql)");
    return 2;
}

var services = new ServiceCollection();
services.AddSingleton<IConfiguration>(configuration);
services.AddLogging(logging => logging.AddSimpleConsole());
switch (configuration["Database:Provider"])
{
    case "PostgreSql":
        services.AddSaleAutoPostgreSql(connectionString);
        break;
    case "Sqlite":
        services.AddSaleAutoSqlite(connectionString);
        break;
    default:
        Console.Error.WriteLine("Database:Provider is missing: set it to Sqlite or PostgreSql");
        return 2;
}

await using var provider = services.BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();
await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(withDemo: false, CancellationToken.None);
Console.WriteLine("The database is up to date");
return 0;
