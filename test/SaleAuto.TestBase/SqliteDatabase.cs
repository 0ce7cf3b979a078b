using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto;

/// <summary>A SQLite file.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    public override string Provider => "Sqlite";

    public override void AddTo(IServiceCollection services) => services.AddSaleAutoSqlite(ConnectionString);

    public override Task InitializeAsync()
    {
        ConnectionString = $"Data Source={Path.Combine(_folder, "test.db")}";
        return MigrateAsync();
    }

    public override async Task DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        var deadline = Stopwatch.StartNew();
        while (Directory.Exists(_folder))
        {
            SqliteConnection.ClearPool(connection);
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException) when (deadline.Elapsed < Patience)
            {
                await Task.Yield(); // a host that refused to start still closes its files
            }
        }
    }
}
