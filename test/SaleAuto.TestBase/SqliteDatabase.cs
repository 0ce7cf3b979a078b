using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto;

/// <summary>A SQLite file.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    public override string Provider => "Sqlite";

    public override void AddTo(IServiceCollection services) => services.AddSaleAutoSqlite(ConnectionString);

    public override Task InitializeAsync()
    {
        ConnectionString = $"Data Source={Path.Combine(_folder, "test.db")}";
        return MigrateAsync();
    }

    public override Task DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
