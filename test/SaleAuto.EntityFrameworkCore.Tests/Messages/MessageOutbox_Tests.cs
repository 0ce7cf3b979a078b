using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

public abstract class MessageOutbox_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Write_An_Effect_Once()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();

        await world.WriteAsync(OutboxWorld.Draft("once"), OutboxWorld.Draft("once"));
        await world.WriteAsync(OutboxWorld.Draft("once"), OutboxWorld.Draft("another"));

        (await KeysAsync(world)).ShouldBe(["another", "once"]);
    }

    [Fact]
    public async Task Should_Write_An_Effect_Once_When_Many_Are_At_It()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => world.WriteAsync(OutboxWorld.Draft("once"), OutboxWorld.Draft($"own {i:D2}")))));

        (await KeysAsync(world)).Count.ShouldBe(21);
    }

    [Fact]
    public async Task Should_Wake_The_Dispatcher_After_The_Commit()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();

        await world.WriteAsync(OutboxWorld.Draft("text"));

        world.App.Signals.Raised.ShouldContain(typeof(OutboxWorker));
    }

    [Fact]
    public async Task Should_Send_Nothing_Of_A_Change_That_Was_Taken_Back()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => world.App.RunAsync<IServiceProvider>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync<int>(
            async token =>
            {
                await scope.GetRequiredService<IMessageOutbox>().AddAsync(OutboxWorld.Draft("text"), token);
                await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(token);
                throw new InvalidOperationException();
            },
            default)));
        await world.DispatchAsync();

        world.Texts.ShouldBeEmpty();
        world.App.Signals.Raised.ShouldBeEmpty();
    }

    private static Task<List<string>> KeysAsync(OutboxWorld world) =>
        world.App.InDatabaseAsync(db => db.Set<OutgoingMessage>().Select(m => m.DeduplicationKey).OrderBy(key => key).ToListAsync());
}

public sealed class MessageOutbox_OnSqlite_Tests(SqliteDatabase database) : MessageOutbox_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class MessageOutbox_OnPostgreSql_Tests(PostgreSqlDatabase database) : MessageOutbox_Tests(database), IClassFixture<PostgreSqlDatabase>;
