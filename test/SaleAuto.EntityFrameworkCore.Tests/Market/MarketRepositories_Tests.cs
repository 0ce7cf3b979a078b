using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Market;

public class SqliteMarketRepositories_Tests(SqliteDatabase database) : MarketRepositories_Tests(database), IClassFixture<SqliteDatabase>;

public class PostgreSqlMarketRepositories_Tests(PostgreSqlDatabase database) : MarketRepositories_Tests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class MarketRepositories_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task Should_Keep_The_Adverts_Of_An_Answer_As_They_Were()
    {
        var query = new MarketQuery("Kia", Unique("Rio"), 2017, 2019);
        await SaveAsync<IMarketSnapshotRepository>(snapshots =>
            snapshots.Insert(new MarketSnapshot(Guid.CreateVersion7(), "drom.ru", query, [Listing(1_145_000.50m), Listing(2m)], Now)));

        var read = await _app.RunAsync((IMarketSnapshotRepository snapshots) => snapshots.GetListAsync(query, default));

        read.Single().Listings.ShouldBe([Listing(1_145_000.50m), Listing(2m)]);
        read.Single().TakenAt.ShouldBe(Now);
    }

    [Fact]
    public async Task Should_Renew_An_Answer_In_Its_Place()
    {
        var query = new MarketQuery("Kia", Unique("Ceed"), 2017, 2019);
        await SaveAsync<IMarketSnapshotRepository>(snapshots => snapshots.Insert(new MarketSnapshot(Guid.CreateVersion7(), "drom.ru", query, [Listing(1m)], Now)));

        await RenewAsync(query, [Listing(2m)], Now.AddDays(2));

        var read = await _app.RunAsync((IMarketSnapshotRepository snapshots) => snapshots.GetListAsync(query, default));
        read.Single().Listings.Single().Price.ShouldBe(2m);
        read.Single().TakenAt.ShouldBe(Now.AddDays(2));
    }

    [Fact]
    public async Task Should_Remove_Answers_That_Are_Too_Old()
    {
        var (old, young) = (new MarketQuery("Lada", Unique("Old"), 2017, 2019), new MarketQuery("Lada", Unique("Young"), 2017, 2019));
        await SaveAsync<IMarketSnapshotRepository>(snapshots =>
        {
            snapshots.Insert(new MarketSnapshot(Guid.CreateVersion7(), "drom.ru", old, [], Now.AddYears(-1)));
            snapshots.Insert(new MarketSnapshot(Guid.CreateVersion7(), "drom.ru", young, [], Now));
        });

        await _app.RunAsync((IMarketSnapshotRepository snapshots) => snapshots.DeleteTakenBeforeAsync(Now.AddDays(-1), default));

        (await _app.RunAsync((IMarketSnapshotRepository snapshots) => snapshots.GetListAsync(old, default))).ShouldBeEmpty();
        (await _app.RunAsync((IMarketSnapshotRepository snapshots) => snapshots.GetListAsync(young, default))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Keep_The_Health_Of_A_Source()
    {
        var source = Unique("drom");
        await SaveAsync<IMarketSourceHealthRepository>(healths =>
        {
            var health = new MarketSourceHealth(Guid.CreateVersion7(), source);
            for (var i = 0; i < 4; i++)
            {
                health.RecordAnswer(Enumerable.Repeat(Listing(1m), 5).Select(x => i < 3 ? x : x with { Vehicle = x.Vehicle with { Year = null } }).ToList(), Now);
            }
            health.RecordFailure(new SourceBlockedException(source, "captcha") { RetryAt = Now.AddHours(1) }, Now);
            healths.Insert(health);
        });

        var read = (await _app.RunAsync((IMarketSourceHealthRepository healths) => healths.GetListAsync(default))).Single(x => x.Source == source);

        read.RecentOutcomes.ShouldBe("++++b");
        read.LastFailure.ShouldBe(SourceFailure.Blocked);
        read.BlockedUntil.ShouldBe(Now.AddHours(1));
        read.DriftingFields.ShouldBe(["year"]);
        read.UsualShares["year"].ShouldBe(1);
    }

    private static string Unique(string name) => $"{name}-{Guid.NewGuid():N}";

    private static MarketListing Listing(decimal price) => new()
    {
        Source = "drom.ru",
        Url = "https://drom.example/1",
        Title = "Kia Rio, «как новая»",
        Price = price,
        Currency = "RUB",
        City = "Москва",
        PostedOn = new DateOnly(2026, 3, 9),
        Vehicle = new ListedVehicle { Make = "Kia", Model = "Rio", Year = 2018, MileageKm = 80_000, EngineLitres = 1.6m },
    };

    private Task RenewAsync(MarketQuery query, IReadOnlyList<MarketListing> listings, DateTime takenAt) =>
        ChangeAsync<IMarketSnapshotRepository>(async snapshots => (await snapshots.GetListAsync(query, default)).Single().Renew(listings, takenAt));

    private Task SaveAsync<TRepository>(Action<TRepository> change)
        where TRepository : notnull =>
        ChangeAsync<TRepository>(repository =>
        {
            change(repository);
            return Task.CompletedTask;
        });

    private async Task ChangeAsync<TRepository>(Func<TRepository, Task> change)
        where TRepository : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await change(services.GetRequiredService<TRepository>());
        await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
    }
}
