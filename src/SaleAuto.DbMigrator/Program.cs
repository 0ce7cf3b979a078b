using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto;
using SaleAuto.Staff;

// Applies migrations and the rows that the program needs, then exits. Settings come from the environment or the command line.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var connectionString = configuration.GetConnectionString("Default");
if (string.IsNullOrEmpty(connectionString))
{
    Console.Error.WriteLine("ConnectionStrings:Default is missing: set ConnectionStrings__Default and Database__Provider (Sqlite or PostgreSql)");
    return 2;
}

var (userName, password) = (configuration["Administrator:UserName"], configuration["Administrator:Password"]);
if (string.IsNullOrEmpty(userName) != string.IsNullOrEmpty(password))
{
    Console.Error.WriteLine("Set both Administrator:UserName and Administrator:Password to make the first administrator, or neither");
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
if (string.IsNullOrEmpty(userName))
{
    return 0;
}
try
{
    var created = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(userName, password!, CancellationToken.None);
    Console.WriteLine(created
        ? $"The first administrator is {userName}"
        : "There is staff already: no administrator was made, and Administrator:* may be removed from the configuration");
    return 0;
}
catch (InvalidOperationException refusal)
{
    Console.Error.WriteLine($"The administrator was not made: {refusal.Message}");
    return 3;
}
