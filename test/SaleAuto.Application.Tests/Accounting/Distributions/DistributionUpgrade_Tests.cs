using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SaleAuto.Calls;
using static SaleAuto.Accounting.CorrectionWorld;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Distributions from before cars that were given up had one: SQLite builds their table anew, and their lines must not go with the old one.</summary>
public abstract class DistributionUpgrade_Tests(TestDatabase database) : IAsyncLifetime
{
    private const string BeforeGivenUpCars = "OwnerFigures";

    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Keep_Distributions_And_Their_Lines()
    {
        var car = await _app.SellAsync(Seller, 600_000, 0, 700_000);
        await _app.ApproveAsync(car);
        var before = await _app.LiveAsync(car);

        await _app.InDatabaseAsync(db => db.Set<Distribution>().Where(x => x.ResaleId == null).ExecuteDeleteAsync()); // the demo has one, and there were none before
        await MoveAsync(BeforeGivenUpCars);
        await MoveAsync(null);

        var after = await _app.LiveAsync(car);
        (after.ResaleId, after.Status, after.Profit).ShouldBe((before.ResaleId, before.Status, 100_000m));
        after.Lines.Select(x => (x.Id, x.Amount)).ShouldBe(before.Lines.Select(x => (x.Id, x.Amount)), ignoreOrder: true);
        after.Lines.Count.ShouldBeGreaterThan(1);
        var wreck = await _app.StockAsync(Seller, 600_000);
        await _app.PressAsync(Owner, "cars", "WriteOff", wreck, new { reason = "Сгорела" });
        (await _app.LiveAsync(wreck)).ResaleId.ShouldBeNull();
    }

    private Task MoveAsync(string? target) => _app.InDatabaseAsync(async db =>
    {
        await db.GetService<IMigrator>().MigrateAsync(target);
        return true;
    });
}

public sealed class DistributionUpgrade_OnSqlite_Tests(SqliteDatabase database) : DistributionUpgrade_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DistributionUpgrade_OnPostgreSql_Tests(PostgreSqlDatabase database) : DistributionUpgrade_Tests(database), IClassFixture<PostgreSqlDatabase>;
