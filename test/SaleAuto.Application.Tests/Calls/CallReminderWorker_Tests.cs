using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Messages;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Calls;

public abstract class CallReminderWorker_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Tell_Managers_And_Then_Owners_Once_Each_However_Many_Nodes_Look()
    {
        var task = await _app.AskAsync(NewPlate());

        await AdvanceAndLookAsync(minutes: 5, nodes: 4);
        (await ToldAsync(task)).ShouldBe(["call-due 1001", "call-due 1002"]);
        await AdvanceAndLookAsync(minutes: 6, nodes: 4);
        (await ToldAsync(task)).ShouldBe(["call-due 1001", "call-due 1002", "call-overdue 1001", "call-overdue 1002"]);
        await AdvanceAndLookAsync(minutes: 10, nodes: 4);

        (await ToldAsync(task)).ShouldBe(["call-due 1001", "call-due 1002", "call-overdue 1001", "call-overdue 1002", "call-overdue 3001"]);
    }

    [Fact]
    public async Task Should_Stop_Reminding_At_The_Threshold()
    {
        var rules = new CallSettings();
        var task = await _app.AskAsync(NewPlate());

        for (var i = 0; i < 40; i++)
        {
            await AdvanceAndLookAsync(minutes: 10, nodes: 1);
        }

        var after = await _app.OpenTaskAsync(task.LeadId);
        (after.Reminders, after.RemindAt, after.Escalation).ShouldBe((rules.MostReminders, null, CallEscalation.Owners));
    }

    [Fact]
    public async Task Should_Remind_The_Responsible_Manager_Of_A_Repeat_Call_And_Nobody_Of_A_Call_In_Work()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager2, x => x.ClaimAsync(task.Id, default));
        await AdvanceAndLookAsync(minutes: 60, nodes: 1);
        (await ToldAsync(task)).ShouldBeEmpty();

        await _app.AsAsync(Manager2, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.NoAnswer }, default));
        var repeat = await _app.OpenTaskAsync(task.LeadId);
        await AdvanceAndLookAsync(minutes: 15, nodes: 1);

        (await ToldAsync(repeat)).ShouldBe(["call-due 1002"]);
    }

    private async Task AdvanceAndLookAsync(int minutes, int nodes)
    {
        _app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var outcomes = await Race.RunAsync(nodes, async _ =>
        {
            await _app.RunAsync((CallReminderWorker worker) => worker.RunAsync(default));
            return true;
        });
        outcomes.ShouldAllBe(x => x.Failure == null);
    }

    private async Task<IReadOnlyList<string>> ToldAsync(CallTask task)
    {
        var mark = $":{task.Id:N}:";
        var messages = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.Contains(mark)).ToListAsync());
        return [.. messages.Select(x => $"{x.DeduplicationKey[..x.DeduplicationKey.IndexOf(':')]} {x.Recipient}").Order()];
    }
}

public sealed class CallReminderWorker_OnSqlite_Tests(SqliteDatabase database) : CallReminderWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CallReminderWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : CallReminderWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
