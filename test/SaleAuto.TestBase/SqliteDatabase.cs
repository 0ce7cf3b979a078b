using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto;

/// <summary>A SQLite file, written from a template that is migrated once.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Task<byte[]>> Template = new(() => MakeAsync(database => database.MigrateAsync()));
    private static readonly Lazy<Task<byte[]>> Demo = new(() => MakeAsync(SeedDemoAsync));

    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    public override string Provider => "Sqlite";

    private string File => Path.Combine(_folder, "test.db");

    public override void AddTo(IServiceCollection services) => services.AddSaleAutoSqlite(ConnectionString);

    public override async Task InitializeAsync()
    {
        ConnectionString = $"Data Source={File}";
        await System.IO.File.WriteAllBytesAsync(File, await Template.Value);
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

    protected override async Task CopyDemoAsync() => await System.IO.File.WriteAllBytesAsync(File, await Demo.Value);

    private static async Task<byte[]> MakeAsync(Func<SqliteDatabase, Task> fill)
    {
        var database = new SqliteDatabase();
        database.ConnectionString = $"Data Source={database.File};Pooling=False"; // closed, the file holds everything
        await fill(database);
        var template = await System.IO.File.ReadAllBytesAsync(database.File);
        await database.DisposeAsync();
        return template;
    }
}
