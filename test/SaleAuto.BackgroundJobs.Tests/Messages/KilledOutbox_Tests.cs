using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>A node is killed (-9) after the channel got the message and before that was noted: the worst moment there is.</summary>
public abstract class KilledOutbox_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Have_Another_Process_Finish_What_A_Killed_One_Was_Sending()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        await using var app = new TestApplication(database);
        await WriteAsync(app, "first", "second");
        await using var killed = new OutboxNode(database, twilio.Address);
        var lost = await twilio.NextAsync();

        await killed.KillAsync();
        (await StatusesAsync(app)).ShouldBe([("first", MessageStatus.Pending, 1), ("second", MessageStatus.Pending, 0)]);
        await using var other = new OutboxNode(database, twilio.Address);
        var again = await twilio.NextAsync();
        again.Answered.SetResult();
        var next = await twilio.NextAsync();
        next.Answered.SetResult();
        await UntilAsync(async () => (await StatusesAsync(app)).All(m => m.Status == MessageStatus.Sent));

        (lost.Text, again.Text, next.Text).ShouldBe(("first", "first", "second"));
        again.StatusCallback.ShouldBe(lost.StatusCallback, "both tries are the same message, so a report about either finds it");
        (await StatusesAsync(app)).ShouldBe([("first", MessageStatus.Sent, 2), ("second", MessageStatus.Sent, 1)]);
        twilio.HasMore.ShouldBeFalse();
    }

    private static Task WriteAsync(TestApplication app, params string[] texts) => app.RunAsync<IServiceProvider>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
        async token =>
        {
            foreach (var text in texts)
            {
                var draft = new MessageDraft { Channel = MessageChannel.Sms, Recipient = "+79160000001", Text = text, DeduplicationKey = text };
                await scope.GetRequiredService<IMessageOutbox>().AddAsync(draft, token);
            }
            return texts.Length;
        },
        default));

    private static async Task<IReadOnlyList<(string Text, MessageStatus Status, int Attempts)>> StatusesAsync(TestApplication app)
    {
        var messages = await app.InDatabaseAsync(db => db.Set<OutgoingMessage>().AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync());
        return [.. messages.Select(m => (m.DeduplicationKey, m.Status, m.Attempts))];
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}

public sealed class KilledOutbox_OnSqlite_Tests(SqliteDatabase database) : KilledOutbox_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class KilledOutbox_OnPostgreSql_Tests(PostgreSqlDatabase database) : KilledOutbox_Tests(database), IClassFixture<PostgreSqlDatabase>;
