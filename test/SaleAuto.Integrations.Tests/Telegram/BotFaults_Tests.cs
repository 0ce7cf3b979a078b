using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Bot;
using SaleAuto.Files;

namespace SaleAuto.Telegram;

/// <summary>What goes wrong between the bot and Telegram on the wire: silence, cut connections, chats that hold up others, updates in a strange order.</summary>
public sealed class BotFaults_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private const long First = 1001;
    private const long Second = 1002;

    private StandInBot _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await StartAsync();
        await _bot.TakeDemoAsync();
        await _bot.App.InDatabaseAsync(db => db.Set<BotOutgoing>().ExecuteDeleteAsync());
        _bot.User(First).Send("/cancel");
        _bot.User(Second).Send("/cancel");
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Should_Have_Only_That_Chat_Wait_That_Telegram_Told_To()
    {
        var (first, second) = (_bot.User(First), _bot.User(Second));
        _bot.Telegram.Fail("sendMessage", BotApiFault.TooMany(17));
        first.InAHurry.Send("/order");
        await RoundAsync();
        second.InAHurry.Send("/order");
        await RoundAsync();

        (first.Last.Text == "Сколько?", second.Last.Text).ShouldBe((false, "Сколько?"));
        await LaterAsync(16);
        first.Last.Text.ShouldNotBe("Сколько?");
        await LaterAsync(2);
        first.Last.Text.ShouldBe("Сколько?");
    }

    [Fact]
    public async Task Should_Not_Hold_Up_Other_Chats_While_Telegram_Is_Silent_To_One()
    {
        var (first, second) = (_bot.User(First), _bot.User(Second));
        _bot.Telegram.Fail("sendMessage", BotApiFault.Silence);
        first.InAHurry.Send("/order");
        second.InAHurry.Send("/order");
        await _bot.PollAsync();
        await _bot.HandleAsync();
        var sending = _bot.DeliverAsync();

        await UntilAsync(() => first.Last.Text == "Сколько?" || second.Last.Text == "Сколько?");
        sending.IsCompleted.ShouldBeFalse();
        await sending;
        (await _bot.App.InDatabaseAsync(db => db.Set<BotOutgoing>().SingleAsync(x => x.Status == BotOutgoingStatus.Waiting))).LastError.ShouldBe("telegram:timeout");
        await LaterAsync(2);
        (first.Last.Text, second.Last.Text).ShouldBe(("Сколько?", "Сколько?"));
    }

    [Fact]
    public async Task Should_Give_Up_What_Waits_For_Whoever_Blocked_The_Bot_Until_They_Write_Again()
    {
        var first = _bot.User(First);
        first.InAHurry.Send("/order");
        first.InAHurry.Send("/help");
        _bot.Telegram.Api.SetBlocked(First, true);
        var calls = Sent();

        await _bot.TurnAsync();

        (Sent() - calls).ShouldBe(1); // the second answer is not even tried
        (await GivenUpAsync()).ShouldBe(["telegram:blocked", "telegram:blocked-before"]);
        first.Send("5").ShouldBe("Цвет для 5?"); // what they wrote counts
    }

    [Fact]
    public void Should_Say_Twice_At_Most_What_Telegram_May_Have_Taken()
    {
        var first = _bot.User(First);
        var before = first.Messages.Count;
        _bot.Telegram.Fail("sendMessage", BotApiFault.LostAnswer);

        first.Send("/order").ShouldBe("Сколько?");
        first.Messages.Count.ShouldBe(before + 2);

        _bot.Telegram.Fail("sendMessage", BotApiFault.BadGateway);
        first.Send("5").ShouldBe("Цвет для 5?");
        first.Messages.Count.ShouldBe(before + 3);
    }

    [Fact]
    public async Task Should_Ask_Again_For_Updates_That_Did_Not_Arrive()
    {
        var first = _bot.User(First);
        first.InAHurry.Send("/order");
        _bot.Telegram.Fail("getUpdates", BotApiFault.CutAnswer, BotApiFault.Silence, BotApiFault.BadGateway);

        await Should.ThrowAsync<HttpRequestException>(_bot.PollAsync);
        await Should.ThrowAsync<TaskCanceledException>(_bot.PollAsync);
        (await _bot.PollAsync()).ShouldBeGreaterThan(TimeSpan.Zero);
        (await _bot.PollAsync()).ShouldBe(TimeSpan.Zero);
        await RoundAsync();

        first.Last.Text.ShouldBe("Сколько?");
    }

    [Fact]
    public async Task Should_Take_Updates_Once_And_In_Their_Order_However_They_Come()
    {
        var first = _bot.User(First);
        var stored = await _bot.App.InDatabaseAsync(db => db.Set<TelegramUpdate>().CountAsync());
        (_bot.Telegram.DoublesUpdates, _bot.Telegram.ReversesUpdates) = (true, true);
        first.InAHurry.Send("/order");
        first.InAHurry.Send("много");
        first.InAHurry.Send("5");

        await _bot.TurnAsync();

        first.Last.Text.ShouldBe("Цвет для 5?");
        (await _bot.App.InDatabaseAsync(db => db.Set<TelegramUpdate>().CountAsync())).ShouldBe(stored + 3);
    }

    [Fact]
    public async Task Should_Ask_For_A_Photo_Again_That_Cannot_Be_Fetched_And_Store_Nothing_Of_It()
    {
        var first = AtThePhotos(First);
        var stored = await _bot.App.InDatabaseAsync(db => db.Set<StoredFile>().CountAsync());
        _bot.Telegram.Fail(
            BotApiStandIn.File, BotApiFault.BadGateway, BotApiFault.CutAnswer, BotApiFault.Held(Task.Delay(Timeout.Infinite)), BotApiFault.LostAnswer, BotApiFault.CutAnswer);

        first.Photograph("seat").ShouldBe("Не получилось обработать это сообщение, ничего не записано. Попробуйте ещё раз; если повторится, скажите администратору.");

        (await _bot.App.InDatabaseAsync(db => db.Set<StoredFile>().CountAsync())).ShouldBe(stored);
        first.Photograph("seat").ShouldBe("Фотографий: 1");
        (await _bot.App.InDatabaseAsync(db => db.Set<StoredFile>().CountAsync())).ShouldBe(stored + 1);
    }

    [Fact]
    public async Task Should_Keep_A_Slow_File_To_Itself_And_Serve_Other_Chats_Meanwhile()
    {
        await _bot.DisposeAsync();
        _bot = await StartAsync(callSeconds: 30);
        var (first, second) = (AtThePhotos(First), _bot.User(Second));
        var rest = new TaskCompletionSource();
        _bot.Telegram.Fail(BotApiStandIn.File, BotApiFault.Held(rest.Task));
        first.InAHurry.Photograph("seat");
        await _bot.PollAsync();
        var handling = _bot.HandleAsync();
        await UntilAsync(() => _bot.Telegram.Calls.Any(call => call.Method == BotApiStandIn.File));

        // Its lease of a second would have run out, had it not been renewed: another node finds nothing to do.
        for (var i = 0; i < 3; i++)
        {
            _bot.App.Clock.Advance(TimeSpan.FromSeconds(0.6));
            await UntilAsync(async () => (await SlowAsync()).ClaimedUntil > _bot.App.Clock.Now.AddSeconds(0.5));
        }
        await using var other = await StartAsync();
        other.App.Clock.Advance(_bot.App.Clock.Now - other.App.Clock.Now);
        await other.HandleAsync();
        (await SlowAsync()).Attempts.ShouldBe(1);

        second.InAHurry.Send("/order");
        await _bot.PollAsync();
        await UntilAsync(() => _bot.App.InDatabaseAsync(db => db.Set<BotOutgoing>().AnyAsync(x => x.ChatId == Second && x.Status == BotOutgoingStatus.Waiting)));
        handling.IsCompleted.ShouldBeFalse();
        rest.SetResult();
        await handling;
        await _bot.TurnAsync();
        (first.Last.Text, second.Last.Text).ShouldBe(("Фотографий: 1", "Сколько?"));
    }

    private Task<StandInBot> StartAsync(int callSeconds = 1) => StandInBot.StartAsync(
        database,
        services => services.AddConversation<OrderConversation>().AddScoped<OrderDesk>().AddSingleton<OrderFaults>(),
        ("Telegram:CallSeconds", $"{callSeconds}"),
        ("Telegram:LeaseSeconds", "1"));

    private StandInUser AtThePhotos(long chatId)
    {
        var user = _bot.User(chatId);
        user.Send("/order");
        user.Send("5");
        user.Press("Синий").ShouldBe("Фотографий: 0");
        return user;
    }

    private Task<TelegramUpdate> SlowAsync() =>
        _bot.App.InDatabaseAsync(db => db.Set<TelegramUpdate>().AsNoTracking().SingleAsync(x => x.ChatId == First && x.Status == TelegramUpdateStatus.Waiting));

    private async Task RoundAsync()
    {
        await _bot.PollAsync();
        await _bot.HandleAsync();
        await _bot.DeliverAsync();
    }

    private async Task LaterAsync(int seconds)
    {
        _bot.App.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await _bot.DeliverAsync();
    }

    private int Sent() => _bot.Telegram.Calls.Count(call => call.Method == "sendMessage");

    private Task<List<string?>> GivenUpAsync() => _bot.App.InDatabaseAsync(db =>
        db.Set<BotOutgoing>().Where(x => x.Status == BotOutgoingStatus.GivenUp).OrderBy(x => x.UpdateId).ThenBy(x => x.Part).Select(x => x.LastError).ToListAsync());

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
