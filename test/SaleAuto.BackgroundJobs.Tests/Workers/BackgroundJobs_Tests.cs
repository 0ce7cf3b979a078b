using System.Diagnostics;

namespace SaleAuto.Workers;

public abstract class BackgroundJobs_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Run_A_Worker_At_Its_Interval_And_Survive_Its_Failures()
    {
        var tries = 0;
        var rounds = new Rounds();
        await using var node = await WorkerNode.StartAsync(database, "one", (name, token) =>
            Interlocked.Increment(ref tries) == 1 ? throw new InvalidOperationException("+79161112233") : rounds.RunAsync(name, token));

        await rounds.UntilAsync(nodes => nodes.Count(n => n == "one") >= 2);

        node.Logs.Lines.ShouldContain(line => line.Contains("InvalidOperationException"));
        node.Logs.Lines.ShouldNotContain(line => line.Contains("9161112233"));
    }

    [Fact]
    public async Task Should_Run_A_Signalled_Worker_At_Once_And_Once_More_For_All_Signals_Meanwhile()
    {
        var started = new SemaphoreSlim(0);
        var goOn = new SemaphoreSlim(0);
        await using var node = await WorkerNode.StartAsync(database, "one", async (name, token) =>
        {
            if (name.EndsWith("signalled", StringComparison.Ordinal))
            {
                started.Release();
                await goOn.WaitAsync(token);
            }
        });
        await StartedAsync(); // the round at the start of the program
        goOn.Release();

        node.Signal.Raise<WorkerNode.Hourly>();
        await StartedAsync();
        for (var i = 0; i < 5; i++)
        {
            node.Signal.Raise<WorkerNode.Hourly>();
        }
        goOn.Release();
        await StartedAsync();
        goOn.Release();

        (await started.WaitAsync(TimeSpan.FromSeconds(1))).ShouldBeFalse();

        async Task StartedAsync() => (await started.WaitAsync(TimeSpan.FromMinutes(2))).ShouldBeTrue();
    }
}

public sealed class BackgroundJobs_OnSqlite_Tests(SqliteDatabase database) : BackgroundJobs_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class BackgroundJobs_OnPostgreSql_Tests(PostgreSqlDatabase database) : BackgroundJobs_Tests(database), IClassFixture<PostgreSqlDatabase>
{
    private readonly PostgreSqlDatabase _database = database;

    [Fact]
    public async Task Should_Make_Each_Round_On_One_Node_Of_Two()
    {
        var rounds = new Rounds();
        var time = Stopwatch.StartNew();
        await using var one = await WorkerNode.StartAsync(_database, "one", OnlyRegular(rounds));
        await using var two = await WorkerNode.StartAsync(_database, "two", OnlyRegular(rounds));

        await rounds.UntilAsync(nodes => nodes.Count >= 6);

        rounds.Overlapped.ShouldBeFalse();
        rounds.Nodes.Count.ShouldBeLessThanOrEqualTo((int)time.Elapsed.TotalSeconds + 3); // a round a second, and one at the start of each node
    }

    [Fact]
    public async Task Should_Go_On_When_A_Node_Leaves()
    {
        var rounds = new Rounds();
        await using var stays = await WorkerNode.StartAsync(_database, "stays", OnlyRegular(rounds));
        var leaves = await WorkerNode.StartAsync(_database, "leaves", OnlyRegular(rounds));
        await rounds.UntilAsync(nodes => nodes.Count >= 2);

        await leaves.DisposeAsync();
        var before = rounds.Nodes.Count;

        await rounds.UntilAsync(nodes => nodes.Count >= before + 2);
        rounds.Nodes.Skip(before + 1).ShouldAllBe(node => node == "stays");
    }

    private static Func<string, CancellationToken, Task> OnlyRegular(Rounds rounds) => (name, token) =>
        name.EndsWith("signalled", StringComparison.Ordinal) ? Task.CompletedTask : rounds.RunAsync(name, token);
}
