using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

public abstract class OutboxWorker_Tests(TestDatabase database)
{
    private static readonly SendResult _busy = SendResult.Retry("twilio:503");

    [Fact]
    public async Task Should_Keep_The_Order_Of_A_Recipients_Messages()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("1"), OutboxWorld.Draft("2"), OutboxWorld.Draft("3"));
        await world.WriteAsync(OutboxWorld.Draft("4"));

        await world.DispatchAsync();

        world.Texts.ShouldBe(["1", "2", "3", "4"]);
        (await world.FindAsync("4")).Status.ShouldBe(MessageStatus.Sent);
    }

    [Fact]
    public async Task Should_Hold_Later_Messages_Back_While_An_Earlier_One_Waits_For_Its_Next_Try()
    {
        await using var world = await new OutboxWorld(database, message => message.Text == "first" ? _busy : SendResult.Sent(null)).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("first"), OutboxWorld.Draft("second"), OutboxWorld.Draft("other", "+79160000002"));

        await world.DispatchAsync();
        world.Texts.ShouldBe(["first", "other"], ignoreOrder: true);
        world.Answer = _ => SendResult.Sent(null);
        world.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.DispatchAsync();

        world.Texts.TakeLast(2).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Should_Not_Be_Held_Back_By_A_Message_That_Failed_For_Good()
    {
        await using var world = await new OutboxWorld(database, message => message.Text == "first" ? SendResult.Refused("twilio:21610") : SendResult.Sent(null)).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("first"), OutboxWorld.Draft("second"));

        await world.DispatchAsync();

        world.Texts.ShouldBe(["first", "second"]);
        var failed = await world.FindAsync("first");
        (failed.Status, failed.LastError, failed.Attempts).ShouldBe((MessageStatus.Failed, "twilio:21610", 1));
    }

    [Fact]
    public async Task Should_Let_A_Code_Overtake_Everything()
    {
        await using var world = await new OutboxWorld(database, message => message.Text == "waiting" ? _busy : SendResult.Sent(null)).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("waiting"), OutboxWorld.Draft("urgent", priority: MessagePriority.Urgent), OutboxWorld.Draft("code", priority: MessagePriority.Code));

        await world.DispatchAsync();

        world.Texts.ShouldBe(["code", "urgent", "waiting"]);
    }

    [Fact]
    public async Task Should_Serve_Codes_First_When_There_Is_More_Than_One_Batch_Holds()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();
        await world.WriteAsync([.. Enumerable.Range(0, 100).Select(i => OutboxWorld.Draft($"normal {i}", $"+7916{i:D7}"))]);
        await world.WriteAsync(OutboxWorld.Draft("code", "+79170000000", MessagePriority.Code));

        await world.DispatchAsync();

        world.Texts.Count.ShouldBe(101);
        world.Texts.Take(8).ShouldContain("code"); // as many recipients as are served side by side
    }

    [Fact]
    public async Task Should_Wait_Longer_After_Every_Try_And_Give_Up_After_The_Last()
    {
        await using var world = await new OutboxWorld(database, _ => _busy, maxAttempts: 5).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));
        var pauses = new List<TimeSpan>();

        for (var tries = 1; tries < 5; tries++)
        {
            await world.DispatchAsync();
            var waiting = await world.FindAsync("text");
            (waiting.Status, waiting.Attempts).ShouldBe((MessageStatus.Pending, tries));
            pauses.Add(waiting.DueAt - world.App.Clock.Now);
            world.App.Clock.Advance(pauses[^1] - TimeSpan.FromMilliseconds(1));
            await world.DispatchAsync(); // not due yet
            world.App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
        await world.DispatchAsync();

        pauses.ShouldBe(pauses.Order());
        pauses[^1].ShouldBeGreaterThan(pauses[0] * 10);
        world.Texts.Count.ShouldBe(5);
        var failed = await world.FindAsync("text");
        (failed.Status, failed.LastError).ShouldBe((MessageStatus.Failed, "twilio:503"));
        failed.Body.ShouldContain("text");
    }

    [Fact]
    public async Task Should_Wait_At_Least_As_Long_As_The_Channel_Asks()
    {
        await using var world = await new OutboxWorld(database, _ => SendResult.Retry("telegram:429", TimeSpan.FromSeconds(90))).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));

        await world.DispatchAsync();

        ((await world.FindAsync("text")).DueAt - world.App.Clock.Now).ShouldBeInRange(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(91));
    }

    [Fact]
    public async Task Should_Send_A_Failed_Message_Again_When_A_Person_Says_So()
    {
        await using var world = await new OutboxWorld(database, _ => SendResult.Refused("telegram:blocked")).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));
        await world.DispatchAsync();
        world.Answer = _ => SendResult.Sent("SM1");

        await ResendAsync(world, "text");
        await world.DispatchAsync();

        var sent = await world.FindAsync("text");
        (sent.Status, sent.ProviderId, sent.LastError).ShouldBe((MessageStatus.Sent, "SM1", null));
        (await Should.ThrowAsync<BusinessException>(() => ResendAsync(world, "text"))).Code.ShouldBe(SaleAutoErrorCodes.Messages.WrongStatus);
    }

    [Fact]
    public async Task Should_Not_Send_What_Has_Expired()
    {
        await using var world = await new OutboxWorld(database, _ => _busy).EmptyAsync();
        var expiresAt = world.App.Clock.Now.AddSeconds(1);
        await world.WriteAsync(OutboxWorld.Draft("code") with { ExpiresAt = expiresAt });
        await world.DispatchAsync();
        (await world.FindAsync("code")).DueAt.ShouldBe(expiresAt);

        world.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.DispatchAsync();

        world.Texts.Count.ShouldBe(1);
        var expired = await world.FindAsync("code");
        (expired.Status, expired.LastError).ShouldBe((MessageStatus.Failed, MessageConsts.ExpiredError));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Protect_A_Secret_While_It_Waits_And_Forget_It_Afterwards(bool isTaken)
    {
        await using var world = await new OutboxWorld(database, _ => isTaken ? SendResult.Sent(null) : SendResult.Refused("twilio:21211")).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("Код 314159") with { IsSecret = true, DeduplicationKey = "secret" });
        (await world.FindAsync("secret")).Body.ShouldNotContain("314159");

        await world.DispatchAsync();

        world.Texts.ShouldBe(["Код 314159"]);
        (await world.FindAsync("secret")).Body.ShouldBeEmpty();
        if (!isTaken)
        {
            (await Should.ThrowAsync<BusinessException>(() => ResendAsync(world, "secret"))).Code.ShouldBe(SaleAutoErrorCodes.Messages.TextNotKept);
        }
    }

    [Fact]
    public async Task Should_Fail_A_Secret_Whose_Key_Is_Gone()
    {
        await using (var before = await new OutboxWorld(database).EmptyAsync())
        {
            await before.WriteAsync(OutboxWorld.Draft("Код 314159") with { IsSecret = true, DeduplicationKey = "secret" });
        }
        await using var after = new OutboxWorld(database); // with other keys

        await after.DispatchAsync();

        (await after.FindAsync("secret")).LastError.ShouldBe(MessageConsts.UnreadableError);
    }

    [Fact]
    public async Task Should_Send_Each_Message_Once_And_In_Order_However_Many_Dispatchers_There_Are()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();
        for (var round = 0; round < 5; round++)
        {
            await world.WriteAsync([.. Enumerable.Range(0, 40).Select(i => OutboxWorld.Draft($"{i}/{round}", $"+7916{i:D7}"))]);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(world.DispatchAsync)));

        world.Texts.Count.ShouldBe(200);
        world.Given.GroupBy(m => m.Recipient).ShouldAllBe(texts => texts.Select(m => m.Text).SequenceEqual(texts.Select(m => m.Text).Order()));
        (await CountAsync(world, m => m.Status == MessageStatus.Sent && m.Attempts == 1)).ShouldBe(200);
    }

    [Fact]
    public async Task Should_Take_Over_When_The_Lease_Of_A_Dead_Node_Has_Run_Out()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));
        var dead = await ClaimAsync(world, TimeSpan.FromSeconds(120));

        world.App.Clock.Advance(TimeSpan.FromSeconds(119));
        await world.DispatchAsync();
        world.Texts.ShouldBeEmpty();
        world.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.DispatchAsync();

        world.Texts.ShouldBe(["text"]);
        var isNoted = await world.App.RunAsync<IOutboxQueue, bool>(queue => queue.CompleteAsync(dead, message => message.Fail("late"), default));
        isNoted.ShouldBeFalse("the outcome of a lease that has run out counts no more");
        (await world.FindAsync("text")).Status.ShouldBe(MessageStatus.Sent);
    }

    [Fact]
    public async Task Should_Give_Up_A_Message_Whose_Tries_Always_End_With_The_Process()
    {
        await using var world = await new OutboxWorld(database, maxAttempts: 2).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));
        await ClaimAsync(world, TimeSpan.Zero);
        await ClaimAsync(world, TimeSpan.Zero);

        await world.DispatchAsync();

        world.Texts.ShouldBeEmpty();
        (await world.FindAsync("text")).LastError.ShouldBe(MessageConsts.InterruptedError);
    }

    [Fact]
    public async Task Should_Try_Again_After_A_Fault_Of_A_Channel_And_Keep_Personal_Data_Out_Of_The_Log()
    {
        await using var world = await new OutboxWorld(database, m => throw new InvalidOperationException($"{m.Recipient} {m.Text}")).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("Личное", "+79161112233"));

        await world.DispatchAsync();

        var waiting = await world.FindAsync("Личное");
        (waiting.Status, waiting.LastError).ShouldBe((MessageStatus.Pending, "outbox:InvalidOperationException"));
        world.App.Logs.Lines.ShouldContain(line => line.Contains("InvalidOperationException"));
        world.App.Logs.Lines.ShouldNotContain(line => line.Contains("9161112233") || line.Contains("Личное"));
    }

    private static Task ResendAsync(OutboxWorld world, string key) => world.App.RunAsync<IServiceProvider>(async scope =>
    {
        var id = (await world.FindAsync(key)).Id;
        (await scope.GetRequiredService<IOutgoingMessageRepository>().GetAsync(id, default)).Resend(world.App.Clock.Now);
        await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
    });

    private static async Task<OutgoingMessage> ClaimAsync(OutboxWorld world, TimeSpan lease)
    {
        var now = world.App.Clock.Now;
        return (await world.App.RunAsync<IOutboxQueue, IReadOnlyList<OutgoingMessage>>(queue => queue.ClaimAsync(10, now, now + lease, default))).Single();
    }

    private static Task<int> CountAsync(OutboxWorld world, System.Linq.Expressions.Expression<Func<OutgoingMessage, bool>> condition) =>
        world.App.InDatabaseAsync(db => db.Set<OutgoingMessage>().CountAsync(condition));
}

public sealed class OutboxWorker_OnSqlite_Tests(SqliteDatabase database) : OutboxWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class OutboxWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : OutboxWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
