using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Reports;

namespace SaleAuto.Visits;

public abstract class SiteVisits_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Count_By_The_Companys_Day_And_The_Campaign()
    {
        var day = GoTo(days: 10, new TimeSpan(20, 59, 59)); // a second before midnight in Moscow
        Count(_app, null, "yandex", "yandex");
        _app.Clock.Advance(TimeSpan.FromSeconds(1));
        Count(_app, "yandex", "+79161234567");
        await RecordAsync(_app);
        Count(_app, "yandex");
        await RecordAsync(_app);
        await RecordAsync(_app); // nothing new

        (await VisitsAsync(day)).ShouldBe([("yandex", 2), (null, 1)], ignoreOrder: true);
        (await VisitsAsync(day.AddDays(1))).ShouldBe([("yandex", 2), (VisitConsts.OtherCampaigns, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Add_Up_What_Several_Nodes_Counted_At_Once()
    {
        var day = GoTo(days: 20, TimeSpan.FromHours(9));
        var nodes = Enumerable.Range(0, 6).Select(_ => new TestApplication(database)).ToList();
        foreach (var node in nodes)
        {
            node.Clock.Advance(_app.Clock.Now - node.Clock.Now);
        }

        for (var round = 0; round < 3; round++)
        {
            var outcomes = await Race.RunAsync(nodes.Count, async i =>
            {
                Count(nodes[i], "avito", null, "yandex", "avito", $"node {i}");
                await RecordAsync(nodes[i]);
                return true;
            });
            outcomes.ShouldAllBe(x => x.Failure == null);
        }

        var visits = await VisitsAsync(day);
        visits.ShouldContain(("avito", 36));
        visits.ShouldContain(("yandex", 18));
        visits.ShouldContain((null, 18));
        visits.Count(x => x.Visits == 3).ShouldBe(6); // of each node
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Should_Count_Invented_Campaigns_Together()
    {
        var day = GoTo(days: 30, TimeSpan.FromHours(9));
        Count(_app, "yandex", "yandex", null);
        await RecordAsync(_app);
        Count(_app, [.. Enumerable.Range(0, 3000).Select(i => $"spam{i}")]);
        await RecordAsync(_app);
        Count(_app, "yandex", "late", null);
        await RecordAsync(_app);

        var rows = await _app.InDatabaseAsync(db => db.Database.SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM "SiteVisits" WHERE "Day" = {day}""").SingleAsync());
        rows.ShouldBeInRange(VisitConsts.MaxCampaignsPerDay, VisitConsts.MaxCampaignsPerDay + 1);
        var visits = await VisitsAsync(day);
        visits.Sum(x => x.Visits).ShouldBe(3006);
        visits.ShouldContain(("yandex", 3)); // named before the invented ones
        visits.ShouldContain((null, 2));
        visits.ShouldNotContain(x => x.Campaign == "late");
        visits.Count(x => x.Campaign is not null).ShouldBeLessThanOrEqualTo(SourceWays.MostCampaigns + 1);
    }

    [Fact]
    public async Task Should_Keep_What_Could_Not_Be_Written()
    {
        var gate = new Gate();
        await using var app = new TestApplication(database, services =>
        {
            var real = services.Single(x => x.ServiceType == typeof(ISiteVisitRepository)).ImplementationType!;
            services.TryAddScoped(real);
            services.AddScoped<ISiteVisitRepository>(provider => new GatedRepository((ISiteVisitRepository)provider.GetRequiredService(real), gate));
        });
        var day = GoTo(days: 40, TimeSpan.FromHours(9));
        app.Clock.Advance(_app.Clock.Now - app.Clock.Now);
        Count(app, "yandex", null);

        gate.IsShut = true;
        await Should.ThrowAsync<TimeoutException>(() => RecordAsync(app));
        Count(app, "yandex");
        gate.IsShut = false;
        await RecordAsync(app);

        (await VisitsAsync(day)).ShouldBe([("yandex", 2), (null, 1)], ignoreOrder: true);
    }

    private static void Count(TestApplication app, params IReadOnlyList<string?> tags)
    {
        foreach (var tag in tags)
        {
            app.Services.GetRequiredService<SiteVisitCounter>().Count(tag);
        }
    }

    private static Task RecordAsync(TestApplication app) => app.RunAsync((SiteVisitRecorder recorder) => recorder.RecordAsync(default));

    private DateOnly GoTo(int days, TimeSpan time)
    {
        var day = new DateOnly(2026, 11, 20).AddDays(days);
        _app.Clock.Advance(day.ToDateTime(TimeOnly.FromTimeSpan(time), DateTimeKind.Utc) - _app.Clock.Now);
        return day;
    }

    private async Task<IReadOnlyList<(string? Campaign, int Visits)>> VisitsAsync(DateOnly day) =>
        [.. (await _app.RunAsync((IOwnerWorkQuery work) => work.GetWaysAsync(new ReportDays(day, day), Moscow, default))).Select(x => (x.Campaign, x.Visits))];

    private sealed class Gate
    {
        public bool IsShut { get; set; }
    }

    private sealed class GatedRepository(ISiteVisitRepository real, Gate gate) : ISiteVisitRepository
    {
        public Task AddAsync(IReadOnlyCollection<VisitCount> counts, CancellationToken cancellationToken) =>
            gate.IsShut ? throw new TimeoutException() : real.AddAsync(counts, cancellationToken);
    }
}

public sealed class SiteVisits_OnSqlite_Tests(SqliteDatabase database) : SiteVisits_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class SiteVisits_OnPostgreSql_Tests(PostgreSqlDatabase database) : SiteVisits_Tests(database), IClassFixture<PostgreSqlDatabase>;
