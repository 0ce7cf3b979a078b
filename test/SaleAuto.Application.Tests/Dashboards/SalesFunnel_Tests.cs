using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Reports;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Dashboards;

/// <summary>The funnel tells how far requests ever got, not where they stand now.</summary>
public abstract class SalesFunnel_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Count_Stages_That_Were_Reached_And_Left_Again()
    {
        _app.Clock.Advance(TimeSpan.FromDays(400)); // away from the requests of the demo
        var day = DateOnly.FromDateTime(_app.Clock.Now);
        var tasks = new List<CallTask>();
        for (var i = 0; i < 6; i++)
        {
            tasks.Add(await _app.AskAsync(NewPlate()));
        }
        var (untouched, givenBack, closed, rejected, lost, duplicate) = (tasks[0], tasks[1], tasks[2], tasks[3], tasks[4], tasks[5]);
        foreach (var task in tasks.Skip(1).Take(4))
        {
            await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        }
        await _app.RunAsync<ICallDeskAppService>(x => x.ReleaseAsync(givenBack.Id, default)); // stands as new again
        await _app.RunAsync<ILeadWorkAppService>(x => x.CloseAsync(closed.LeadId, new CloseLeadInput { Reason = LeadCloseReason.Refused }, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(rejected.Id, Meeting(_app, Seller, 10, 12), default));
        await _app.RunAsync<ILeadWorkAppService>(x => x.CloseAsync(rejected.LeadId, new CloseLeadInput { Reason = LeadCloseReason.Refused }, default));
        await _app.AsAsync(Manager, x => x.LoseAsync(lost.Id, new CallNoteInput(), default));
        await _app.RunAsync<ILeadWorkAppService>(x => x.MergeAsync(duplicate.LeadId, new MergeLeadInput { IntoLeadId = untouched.LeadId }, default));

        _app.User.StaffId = Owner;
        var dashboard = _app.Services.GetRequiredService<IDashboards>().Get("sales");
        var way = await _app.RunAsync<IDashboardReader, WidgetData>(reader =>
            reader.ReadAsync(dashboard, dashboard.Widgets.Single(w => w.Name == "Way"), new DashboardRange(day.AddDays(-1), day.AddDays(2)), default));
        var report = await _app.RunAsync<ISalesReportAppService, SalesReportDto>(x => x.GetAsync(new SalesReportInput { From = day.AddDays(-1), To = day.AddDays(1) }, default));

        way.Points.Select(p => p.Value).ShouldBe([5m, 4m, 1m, 0m]);
        var funnel = report.Funnel;
        (funnel.Confirmed, funnel.Called, funnel.DealPlanned, funnel.Won).ShouldBe((5, 4, 1, 0));
        new[] { funnel.Confirmed, funnel.Valued, funnel.Called, funnel.DealPlanned, funnel.Won }.ShouldBe(new[] { 5, 4, 4, 1, 0 });
    }
}

public sealed class SalesFunnel_OnSqlite_Tests(SqliteDatabase database) : SalesFunnel_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class SalesFunnel_OnPostgreSql_Tests(PostgreSqlDatabase database) : SalesFunnel_Tests(database), IClassFixture<PostgreSqlDatabase>;
