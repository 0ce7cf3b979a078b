using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Errors;
using SaleAuto.LowCode.Garage;

namespace SaleAuto.LowCode.Dashboards;

public abstract class DashboardReader_Tests(TestDatabase database) : IAsyncLifetime
{
    private const string See = "SaleAuto.Dashboards.Garage";

    // November in Moscow, three hours ahead of UTC.
    private static readonly DashboardRange November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));

    private GarageApplication _garage = null!;
    private Branch _north = null!;
    private Guid _mechanic;

    public async Task InitializeAsync()
    {
        _garage = await GarageApplication.StartAsync(database, services => services.AddDashboard<VisitDashboard>());
        await _garage.Application.InDatabaseAsync(db => db.Set<Visit>().IgnoreQueryFilters().ExecuteDeleteAsync());
        _mechanic = Guid.CreateVersion7();
        _north = await _garage.AddAsync(
            "Север",
            Visit(new DateTime(2026, 11, 5, 20, 59, 0, DateTimeKind.Utc), 1000.50m), // still the 5th
            Visit(new DateTime(2026, 11, 5, 21, 0, 0, DateTimeKind.Utc), 500m), // the 6th in Moscow
            Visit(new DateTime(2026, 10, 31, 21, 0, 0, DateTimeKind.Utc), null), // the first moment of November
            Visit(new DateTime(2026, 10, 31, 20, 59, 0, DateTimeKind.Utc), null), // the last one of October
            Visit(new DateTime(2026, 11, 30, 21, 0, 0, DateTimeKind.Utc), 9m)); // December
        _garage.Access.Be("owner", See, "SaleAuto.Visits", "SaleAuto.Branches", VisitResource.PricePermission);
    }

    public async Task DisposeAsync() => await _garage.DisposeAsync();

    [Fact]
    public async Task Should_Count_By_The_Days_Of_The_Company_And_Compare_With_The_Period_Before()
    {
        var visits = await ReadAsync("Visits");
        var earned = await ReadAsync("Earned");
        var done = await ReadAsync("Done");
        var share = await ReadAsync("DoneShare");

        (visits.Value, visits.Previous).ShouldBe((3m, 1m));
        visits.Filter.ShouldBe("start.period.2026-11-01..2026-11-30");
        (earned.Value, earned.Previous).ShouldBe((1500.50m, 0m));
        done.Value.ShouldBe(2m);
        done.Filter.ShouldBe("and(start.period.2026-11-01..2026-11-30,status.eq.Done)");
        Math.Round(share.Value!.Value, 2).ShouldBe(66.67m);
        share.Previous.ShouldBe(0m);
    }

    [Fact]
    public async Task Should_Draw_Every_Day_Those_Without_Rows_Too()
    {
        var line = await ReadAsync("ByDay");

        line.Points.Count.ShouldBe(30);
        line.Points.Where(p => p.Value > 0).Select(p => p.Key).ShouldBe([new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 6)]);
        line.Points[4].Filter.ShouldBe("start.period.2026-11-05..2026-11-05");
    }

    [Fact]
    public async Task Should_Part_By_Values_And_Name_Rows()
    {
        var byStatus = await ReadAsync("ByStatus");
        var byBranch = await ReadAsync("ByBranch");
        var way = await ReadAsync("Way");

        byStatus.Points.Select(p => (p.Key, p.Value)).ShouldBe([(VisitStatus.Done, 2m), (VisitStatus.Planned, 1m)]);
        byStatus.Points[0].Filter.ShouldBe("and(start.period.2026-11-01..2026-11-30,status.eq.Done)");
        byBranch.Points.ShouldHaveSingleItem().Label.ShouldBe("Север");
        way.Points.Select(p => p.Value).ShouldBe([3m, 2m, 0m]);
    }

    [Fact]
    public async Task Should_Hold_To_The_Rows_And_Fields_That_The_Person_May_See()
    {
        _garage.Access.Be("mechanic", See, "SaleAuto.Visits");
        var mine = await ReadAsync("Visits");
        var visible = await _garage.Application.RunAsync((IDashboardReader r) => r.GetVisibleAsync(Dashboard, default));

        mine.Value.ShouldBe(0m); // visits of others
        visible.Select(w => w.Name).ShouldNotContain("Earned");
        await Should.ThrowAsync<AuthorizationException>(() => ReadAsync("Earned"));

        _garage.Access.Be("owner", "SaleAuto.Visits");
        await Should.ThrowAsync<AuthorizationException>(() => ReadAsync("Visits"));
        _garage.Access.Be("owner", See);
        await Should.ThrowAsync<AuthorizationException>(() => ReadAsync("Visits"));
    }

    [Fact]
    public async Task Should_Take_Weeks_And_Months_For_Long_Ranges()
    {
        var year = await ReadAsync("ByDay", new DashboardRange(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)));
        var years = await ReadAsync("ByDay", new DashboardRange(new DateOnly(2025, 1, 1), new DateOnly(2027, 1, 1)));

        year.Points.Count.ShouldBe(53);
        year.Points.Sum(p => p.Value).ShouldBe(5m);
        years.Points.Count.ShouldBe(24);
        years.Points.Single(p => (DateOnly?)p.Key == new DateOnly(2026, 11, 1)).Value.ShouldBe(3m);
    }

    [Fact]
    public void Should_Name_Every_Fault_At_Start()
    {
        var failure = Should.Throw<InvalidOperationException>(() => new DashboardRegistry([new BrokenDashboard()], _garage.Application.Services.GetRequiredService<IResourceRegistry>()));

        failure.Message.ShouldContain("BrokenDashboard: names no permission");
        failure.Message.ShouldContain("figure Timeless has no moment");
        failure.Message.ShouldContain("figure Whole has no parts");
        failure.Message.ShouldContain("figure Jobs counts VisitJob, which has no resource definition");
    }

    private DashboardModel Dashboard => _garage.Application.Services.GetRequiredService<IDashboards>().Get("garage");

    private Visit Visit(DateTime start, decimal? price)
    {
        var visit = new Visit(Guid.CreateVersion7(), "V", Guid.Empty, _mechanic, start);
        if (price is { } sum)
        {
            visit.Finish(sum);
        }
        return visit;
    }

    private Task<WidgetData> ReadAsync(string figure, DashboardRange? range = null) =>
        _garage.Application.RunAsync((IDashboardReader reader) => reader.ReadAsync(Dashboard, Dashboard.Find(figure)!, range ?? November, default));
}

public sealed class DashboardReader_OnSqlite_Tests(SqliteDatabase database) : DashboardReader_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DashboardReader_OnPostgreSql_Tests(PostgreSqlDatabase database) : DashboardReader_Tests(database), IClassFixture<PostgreSqlDatabase>;
