using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaleAuto.Bot;
using SaleAuto.Telegram;

namespace SaleAuto.Updates;

public abstract class TelegramPoller_Tests(TestDatabase database) : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = new BotWorld(database);
        await _world.TakeDemoAsync();
        await _world.App.InDatabaseAsync(async db => await db.Set<BotLease>().ExecuteDeleteAsync() + await db.Set<TelegramUpdate>().ExecuteDeleteAsync());
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Should_Store_Updates_And_Confirm_Them_With_The_Next_Request()
    {
        var update = _world.User(1001).Text("/menu");
        _world.Telegram.Waiting.Add(update);
        var poller = Poller(_world);

        (await poller.PollAsync(default)).ShouldBe(TimeSpan.Zero);
        await poller.PollAsync(default);
        await poller.PollAsync(default);

        (await StoredAsync()).ShouldBe(1);
        _world.Telegram.Waiting.ShouldBeEmpty();
        _world.Telegram.CallsOf("getUpdates").Select(Offset).ShouldBe([null, update.GetProperty("update_id").GetInt64() + 1, null]);
        _world.Telegram.CallsOf("deleteWebhook").Single().GetProperty("drop_pending_updates").GetBoolean().ShouldBeFalse();
        _world.App.Signals.Raised.ShouldContain(typeof(TelegramUpdateWorker));
    }

    [Fact]
    public async Task Should_Store_An_Update_Once_That_Comes_Again_After_A_Crash()
    {
        _world.Telegram.Waiting.Add(_world.User(1001).Text("/menu"));
        await Poller(_world).PollAsync(default);
        await using var another = new BotWorld(database);
        another.Telegram.Waiting.AddRange(_world.Telegram.Waiting);
        another.App.Clock.Advance(TimeSpan.FromMinutes(2));

        await Poller(another).PollAsync(default);

        (await StoredAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Ask_On_One_Node_Only_And_Hand_Over_When_It_Stops()
    {
        await using var another = new BotWorld(database);
        var (first, second) = (Poller(_world), Poller(another));

        await first.PollAsync(default);
        (await second.PollAsync(default)).ShouldBeGreaterThan(TimeSpan.Zero);
        another.Telegram.CallsOf("getUpdates").ShouldBeEmpty();
        await first.StopAsync(default);
        await second.PollAsync(default);

        another.Telegram.CallsOf("getUpdates").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Should_Take_A_Webhook_Away_That_Stands_In_The_Way()
    {
        var poller = Poller(_world);
        await poller.PollAsync(default);
        _world.Telegram.Fail("getUpdates", 409, "Conflict: can't use getUpdates method while webhook is active");

        (await poller.PollAsync(default)).ShouldBeGreaterThan(TimeSpan.Zero);
        await poller.PollAsync(default);

        _world.Telegram.CallsOf("deleteWebhook").Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_Pass_Over_What_It_Cannot_Use()
    {
        await _world.StoreAsync(
            JsonSerializer.SerializeToElement(new { update_id = 5, message = new { message_id = 1, chat = new { id = -7, type = "group" }, text = "/menu" } }),
            JsonSerializer.SerializeToElement(new { update_id = 6, edited_message = new { } }),
            JsonSerializer.SerializeToElement(new { message = 1 }));

        (await StoredAsync()).ShouldBe(0);
    }

    private static TelegramPoller Poller(BotWorld world) => world.App.Services.GetServices<IHostedService>().OfType<TelegramPoller>().Single();

    private static long? Offset(JsonElement request) => request.TryGetProperty("offset", out var offset) ? offset.GetInt64() : null;

    private Task<int> StoredAsync() => _world.App.InDatabaseAsync(db => db.Set<TelegramUpdate>().CountAsync());
}

public sealed class TelegramPoller_OnSqlite_Tests(SqliteDatabase database) : TelegramPoller_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class TelegramPoller_OnPostgreSql_Tests(PostgreSqlDatabase database) : TelegramPoller_Tests(database), IClassFixture<PostgreSqlDatabase>;
