using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SaleAuto.Cars;

namespace SaleAuto;

/// <summary>A database on the tests' own PostgreSQL server, copied from a template that is migrated once.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Server = new(StartServerAsync);

    private readonly string _name = $"test_{Guid.NewGuid():N}";

    public override string Provider => "PostgreSql";

    public override void AddTo(IServiceCollection services) => services.AddSaleAutoPostgreSql(ConnectionString);

    public override Task InitializeAsync() => CopyAsync($"template_{Version(typeof(PostgreSqlServiceCollectionExtensions))}", database => database.MigrateAsync());

    protected override Task CopyDemoAsync() =>
        CopyAsync($"demo_{Version(typeof(PostgreSqlServiceCollectionExtensions), typeof(SaleAutoDbContext), typeof(Car), typeof(ApplicationServiceCollectionExtensions))}", SeedDemoAsync);

    public override async Task DisposeAsync()
    {
        await using var source = NpgsqlDataSource.Create(await Server.Value);
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task CopyAsync(string template, Func<PostgreSqlDatabase, Task> fill)
    {
        var server = await Server.Value;
        await using var source = NpgsqlDataSource.Create(server);
        await using var connection = await source.OpenConnectionAsync();

        // Test projects run side by side: only one may make or copy the template at a time.
        await ExecuteAsync(connection, "SELECT pg_advisory_lock(4711)");
        try
        {
            await using var exists = new NpgsqlCommand($"SELECT count(*) FROM pg_database WHERE datname = '{template}'", connection);
            if ((long)(await exists.ExecuteScalarAsync())! == 0)
            {
                await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {template}_new");
                await ExecuteAsync(connection, $"CREATE DATABASE {template}_new");
                ConnectionString = For(server, $"{template}_new");
                await fill(this);
                await ExecuteAsync(connection, $"ALTER DATABASE {template}_new RENAME TO {template}");
            }
            await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            await ExecuteAsync(connection, $"CREATE DATABASE {_name} TEMPLATE {template}");
        }
        finally
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_unlock(4711)");
        }
        ConnectionString = For(server, _name);
    }

    // What a database holds is decided by these assemblies.
    private static string Version(params ReadOnlySpan<Type> types)
    {
        var ids = new StringBuilder();
        foreach (var type in types)
        {
            ids.Append(type.Module.ModuleVersionId);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(ids.ToString())))[..32];
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    // Without pooling nothing holds the template when it is renamed and copied.
    private static string For(string server, string database) => new NpgsqlConnectionStringBuilder(server)
    {
        Database = database,
        Pooling = database.StartsWith("test", StringComparison.Ordinal),
        MaxPoolSize = 60,
    }.ConnectionString;

    private static async Task<string> StartServerAsync()
    {
        if (Environment.GetEnvironmentVariable("SALEAUTO_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }
        var script = Path.Combine(Repository.Root, "etc", "test-postgres.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", script) { RedirectStandardOutput = true })!;
        var connectionString = (await process.StandardOutput.ReadLineAsync())?.Trim();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && connectionString is { Length: > 0 }
            ? connectionString
            : throw new InvalidOperationException("No PostgreSQL for the tests: run etc/test.sh once, it installs what is missing");
    }
}
