using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>What a list says of lateness is reckoned by the program's clock, which the test sets years away from the machine's.</summary>
public abstract class ColumnsByTheClock_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync()
    {
        _app.Clock.Advance(TimeSpan.FromDays(1500));
        return _app.TakeDemoAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Tell_A_Late_Call_By_The_Set_Clock()
    {
        var task = await _app.AskAsync(SalesWorld.NewPlate());
        _app.User.StaffId = SalesWorld.Manager;

        (await IsLateAsync(task)).ShouldBe((false, false));
        _app.Clock.Advance(task.DueAt - _app.Clock.Now);
        (await IsLateAsync(task)).ShouldBe((false, false));
        _app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await IsLateAsync(task)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Should_Find_A_Lead_Without_Next_Action_Once_Its_Meeting_Is_Over()
    {
        var task = await _app.AskAsync(SalesWorld.NewPlate());
        await _app.AsAsync(SalesWorld.Manager, desk => desk.ClaimAsync(task.Id, default));
        await _app.AsAsync(SalesWorld.Manager, desk => desk.PlanDealAsync(task.Id, SalesWorld.Meeting(_app, SalesWorld.Seller, inDays: 40, hour: 12, minutes: 60), default));

        (await IsWithoutNextActionAsync(task.LeadId)).ShouldBe((false, false)); // the meeting lies ahead
        _app.Clock.Advance(TimeSpan.FromDays(42));
        (await IsWithoutNextActionAsync(task.LeadId)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Should_Offer_The_Day_Of_The_Company_For_A_New_Expense()
    {
        _app.User.StaffId = SalesWorld.Owner;
        var evening = _app.Clock.Now.Date.AddDays(1).AddHours(22); // an hour past midnight in Moscow
        _app.Clock.Advance(evening - _app.Clock.Now);

        var form = await _app.RunAsync<IResourceCommands, ResourceInput>(commands =>
            commands.NewAsync(_app.Services.GetRequiredService<IResourceRegistry>().Get("expenses"), default));

        form["spentOn"].ShouldBe(DateOnly.FromDateTime(evening.AddHours(3)));
    }

    private Task<(bool Shown, bool Found)> IsLateAsync(CallTask task) => ReadAsync("call-tasks", task.Id, "isLate");

    private Task<(bool Shown, bool Found)> IsWithoutNextActionAsync(Guid leadId) => ReadAsync("leads", leadId, "withoutNextAction");

    private Task<(bool Shown, bool Found)> ReadAsync(string name, Guid id, string column) => _app.RunAsync<IResourceReader, (bool, bool)>(async reader =>
    {
        var resource = _app.Services.GetRequiredService<IResourceRegistry>().Get(name);
        var record = await reader.GetAsync(resource, id, default);
        var list = await reader.GetListAsync(resource, new ListQuery { Filter = FilterText.Parse($"and({column}.eq.true,id.eq.{id})"), Count = CountMode.Exact }, default);
        list.TotalCount.ShouldBe(list.Rows.Count);
        return ((bool)record.Value(column)!, list.Rows.Count == 1);
    });
}

public sealed class ColumnsByTheClock_OnSqlite_Tests(SqliteDatabase database) : ColumnsByTheClock_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ColumnsByTheClock_OnPostgreSql_Tests(PostgreSqlDatabase database) : ColumnsByTheClock_Tests(database), IClassFixture<PostgreSqlDatabase>;
