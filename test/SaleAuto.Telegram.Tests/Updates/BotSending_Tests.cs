using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Blobs;
using SaleAuto.Bot;
using SaleAuto.Files;
using SaleAuto.Telegram;

namespace SaleAuto.Updates;

public class BotSending_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private BotWorld _world = null!;
    private BotChatUser _bot = null!;

    public async Task InitializeAsync()
    {
        _world = new BotWorld(database, services => services.AddConversation<OrderConversation>().AddScoped<OrderDesk>().AddSingleton<OrderFaults>());
        await _world.TakeDemoAsync();
        _bot = _world.User(1001);
        _bot.Send("/cancel");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Should_Wait_As_Long_As_Telegram_Asks()
    {
        _world.Telegram.Fail("sendMessage", 429, "Too Many Requests: retry after 17", retryAfter: 17);
        _bot.Send("/order").ShouldNotBe("Сколько?");

        await LaterAsync(16);
        _bot.Last.Text.ShouldNotBe("Сколько?");
        await LaterAsync(2);
        _bot.Last.Text.ShouldBe("Сколько?");
    }

    [Fact]
    public async Task Should_Try_Again_When_The_Server_Fails_Or_The_Answer_Is_Lost()
    {
        _world.Telegram.Break("sendMessage");
        _world.Telegram.LoseAnswer("sendMessage");
        _bot.Send("/order");

        await LaterAsync(5);
        await LaterAsync(10);
        _bot.Last.Text.ShouldBe("Сколько?");
    }

    [Fact]
    public async Task Should_Keep_The_Order_Of_A_Chat_While_One_Message_Waits()
    {
        _world.Telegram.Fail("sendMessage", 429, "Too Many Requests", retryAfter: 30);
        _bot.Send("/order");
        _bot.Send("5").ShouldNotBe("Цвет для 5?");

        await LaterAsync(31);
        _world.Telegram.Calls.TakeLast(2).Select(x => (x.Method, x.Body.GetProperty("text").GetString()))
            .ShouldBe([("sendMessage", "Сколько?"), ("editMessageText", "Цвет для <b>5</b>?")]); // the question above was answered: its message takes the next one
    }

    [Fact]
    public async Task Should_Stop_Writing_To_Whoever_Blocked_The_Bot_Until_They_Come_Back()
    {
        _world.Telegram.Fail("sendMessage", 403, "Forbidden: bot was blocked by the user");
        _bot.Send("/order");
        (await ChatAsync()).BlockedAt.ShouldNotBeNull();

        _bot.Send("5").ShouldBe("Цвет для 5?");
        (await ChatAsync()).BlockedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Take_An_Edit_That_Changes_Nothing_For_Done_And_Send_Anew_What_Cannot_Be_Edited()
    {
        var before = await FailuresAsync();
        _bot.Send("/order");
        _bot.Send("5");
        var question = _bot.Last;
        _world.Telegram.Fail("editMessageText", 400, "Bad Request: message is not modified");
        _bot.Press("Синий");
        (await FailuresAsync()).ShouldBe(before);

        _world.Telegram.Fail("editMessageText", 400, "Bad Request: message can't be edited");
        var count = _world.Telegram.Chat(1001).Count;
        _bot.Press("Красный", question).ShouldBe("Фотографий: 0"); // outdated by then: what stands now is said anew
        _world.Telegram.Chat(1001).Count.ShouldBe(count + 1);
    }

    [Fact]
    public async Task Should_Give_Up_What_Telegram_Will_Never_Take()
    {
        var before = await FailuresAsync();
        _world.Telegram.Fail("sendMessage", 400, "Bad Request: chat not found");

        _bot.Send("/order");

        (await FailuresAsync()).ShouldBe(before + 1);
        _bot.Send("5").ShouldBe("Цвет для 5?");
    }

    [Fact]
    public async Task Should_Fetch_A_Picture_Again_When_Telegram_Does_Not_Give_It()
    {
        _world.Telegram.Files["p1"] = Samples.Jpeg;
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");
        _world.Telegram.Break("getFile");
        _bot.SendPhoto("p1").ShouldBe("Фотографий: 0");

        await LaterAsync(3);
        _bot.Last.Text.ShouldBe("Фотографий: 1");
    }

    [Fact]
    public async Task Should_Keep_Telegrams_Own_Small_Size_Where_It_Is_To_Be_Had()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");
        var before = await FilesAsync();
        _bot.Photograph("Капот").ShouldBe("Фотографий: 1");
        var withSmall = (await FilesAsync()).ExceptBy(before.Select(x => x.Id), x => x.Id).Single();
        _world.Telegram.Files["large-only"] = Samples.Jpeg;
        _bot.SendPhoto("large-only").ShouldBe("Фотографий: 2");
        var without = (await FilesAsync()).ExceptBy(before.Select(x => x.Id).Append(withSmall.Id), x => x.Id).Single();

        (await _world.App.RunAsync((IBlobContainer blobs) => blobs.FindAsync(withSmall.ThumbnailBlobName.ShouldNotBeNull(), default))).ShouldNotBeNull().Length.ShouldNotBe(withSmall.Size);
        without.ThumbnailBlobName.ShouldBeNull();
    }

    [Fact]
    public void Should_Say_When_Telegram_Has_A_Picture_No_More()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");

        _bot.SendPhoto("gone").ShouldBe(Localization.ErrorTexts.For(SaleAutoErrorCodes.Bot.FileGone));
    }

    [Fact]
    public void Should_Space_Messages_To_One_Chat_And_To_All()
    {
        var pace = new TelegramPace(Microsoft.Extensions.Options.Options.Create(new TelegramOptions()));

        pace.Reserve(1, 10_000).ShouldBe(0);
        pace.Reserve(1, 10_000).ShouldBe(1000);
        pace.Reserve(2, 10_000).ShouldBeInRange(33, 100);
        pace.Reserve(1, 13_000).ShouldBe(0);
    }

    private Task<List<StoredFile>> FilesAsync() => _world.App.InDatabaseAsync(db => db.Set<StoredFile>().ToListAsync());

    private async Task LaterAsync(int seconds)
    {
        _world.App.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await _world.HandleAsync();
        await _world.DeliverAsync();
    }

    private Task<BotChat> ChatAsync() => _world.App.InDatabaseAsync(db => db.Set<BotChat>().AsNoTracking().SingleAsync(x => x.Id == 1001));

    private Task<int> FailuresAsync() => _world.App.InDatabaseAsync(db => db.Set<BotOutgoing>().CountAsync(x => x.Status == BotOutgoingStatus.GivenUp));
}
