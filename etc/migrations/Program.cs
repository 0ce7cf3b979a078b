using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using SaleAuto;

if (args is not [var name, var sourceFolder])
{
    Console.Error.WriteLine("Usage: etc/migrate.sh add NAME");
    return 2;
}

Scaffold("Sqlite", services => services.AddSaleAutoSqlite("Data Source=:memory:"), new SqliteDesignTimeServices());
Scaffold("PostgreSql", services => services.AddSaleAutoPostgreSql("Host=localhost"), new NpgsqlDesignTimeServices());
return 0;

void Scaffold(string database, Action<IServiceCollection> addContext, IDesignTimeServices designTime)
{
    var application = new ServiceCollection();
    addContext(application);
    using var provider = application.BuildServiceProvider();
    using var scope = provider.CreateScope();
    var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();

    var project = $"SaleAuto.EntityFrameworkCore.{database}";
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    designTime.ConfigureDesignTimeServices(services);
    using var designProvider = services.BuildServiceProvider();
    using var designScope = designProvider.CreateScope();
    var scaffolder = designScope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();

    var folder = Path.Combine(sourceFolder, project);
    var migration = scaffolder.ScaffoldMigration(name, $"SaleAuto.{database}", "Migrations", language: "C#", dryRun: false);
    var files = scaffolder.Save(folder, migration, Path.Combine(folder, "Migrations"), dryRun: false);
    Console.WriteLine(files.MigrationFile);
}
