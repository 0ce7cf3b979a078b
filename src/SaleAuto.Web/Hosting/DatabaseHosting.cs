using Microsoft.EntityFrameworkCore;
using SaleAuto.Admin.Live;
using SaleAuto.Permissions;

namespace SaleAuto.Hosting;

/// <summary>Chooses the database from the configuration.</summary>
internal static class DatabaseHosting
{
    /// <summary>The folder for the SQLite file, blobs and job store; absolute, created when missing.</summary>
    public static string GetDataFolder(this WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration["DataFolder"] ?? "App_Data", builder.Environment.ContentRootPath);
        builder.Configuration["DataFolder"] = Directory.CreateDirectory(folder).FullName;
        return folder;
    }

    /// <summary>Registers the context of the configured database.</summary>
    /// <exception cref="InvalidOperationException">The provider is unknown, or PostgreSQL has no connection string.</exception>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var folder = builder.GetDataFolder();
        var named = builder.Configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var provider))
        {
            throw new InvalidOperationException($"Database:Provider is '{named}': set it to Sqlite or PostgreSql");
        }
        builder.Services.AddHostedService<NodeListener>();
        var connectionString = builder.Configuration.GetConnectionString("Default");
        if (provider == DatabaseProvider.Sqlite)
        {
            builder.Services.AddSaleAutoSqlite(connectionString ?? $"Data Source={Path.Combine(folder, "saleauto.db")}");
            return;
        }
        builder.Services.AddHostedService<OtherNodesListener>(); // a SQLite file has one node
        builder.Services.AddSaleAutoPostgreSql(connectionString is { Length: > 0 }
            ? connectionString
            : throw new InvalidOperationException("ConnectionStrings:Default is missing: PostgreSQL needs a connection string"));
    }

    /// <summary>Development brings its own schema and demo rows; elsewhere DbMigrator is run before, and a missing migration stops the start.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (app.Environment.IsDevelopment())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>()
                .MigrateAsync(withDemo: app.Configuration.GetValue("Demo:Enabled", true), app.Lifetime.ApplicationStopping);
            return;
        }
        var pending = await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Database
            .GetPendingMigrationsAsync(app.Lifetime.ApplicationStopping);
        if (pending.FirstOrDefault() is { } first)
        {
            throw new InvalidOperationException($"The database lacks migration {first}: run SaleAuto.DbMigrator first");
        }
        await scope.ServiceProvider.GetRequiredService<PermissionSeedContributor>().SeedAsync(app.Lifetime.ApplicationStopping);
    }
}
