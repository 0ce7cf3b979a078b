using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Migrations;

public abstract class Migrations_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Match_The_Model()
    {
        await using var app = new TestApplication(database);

        var differs = await app.InDatabaseAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()));

        differs.ShouldBeFalse("The model and the migrations differ: run etc/migrate.sh add NAME");
    }

    [Fact]
    public async Task Should_All_Be_Applied_To_A_New_Database()
    {
        await using var app = new TestApplication(database);

        var pending = await app.InDatabaseAsync(db => db.Database.GetPendingMigrationsAsync());

        pending.ShouldBeEmpty();
    }
}

public sealed class Migrations_OnSqlite_Tests(SqliteDatabase database) : Migrations_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Migrations_OnPostgreSql_Tests(PostgreSqlDatabase database) : Migrations_Tests(database), IClassFixture<PostgreSqlDatabase>;
