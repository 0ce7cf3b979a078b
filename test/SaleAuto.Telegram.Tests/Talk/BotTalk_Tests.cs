using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Bot;
using SaleAuto.Demo;
using SaleAuto.Localization;
using SaleAuto.Messages;
using SaleAuto.Staff;
using SaleAuto.Telegram;

namespace SaleAuto.Talk;

public abstract class BotTalk_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly OrderFaults _faults = new();
    private BotWorld _world = null!;
    private BotChatUser _bot = null!;

    public async Task InitializeAsync()
    {
        _world = Open();
        await _world.TakeDemoAsync();
        _bot = _world.User(1001);
        _bot.Send("/cancel");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Should_Lead_Through_A_Conversation_To_Its_End()
    {
        var before = await OrdersAsync();

        _bot.Send("/order").ShouldBe("Сколько?");
        _bot.Send("много").ShouldBe("Это не число.");
        _bot.Send("12 500,50").ShouldBe("Цвет для 12500,50?");
        _bot.Send("красный").ShouldBe("Выберите кнопкой.");
        _bot.Press("Красный").ShouldBe("Почему красный?");
        _bot.Send("<b>Так</b> & точка").ShouldBe("Фотографий: 0");
        _bot.Send("текст").ShouldBe("Пришлите фотографию.");
        _bot.Press("Готово").ShouldBe("Заказано: 12500,50 red, фотографий 0");

        (await OrdersAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public void Should_Pass_Over_A_Step_That_Is_Not_Needed_And_Go_Back_The_Way_It_Came()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий").ShouldBe("Фотографий: 0");

        _bot.Press("‹ Назад").ShouldBe("Цвет для 5?");
        _bot.Press("‹ Назад").ShouldBe("Сколько?");
        _bot.Buttons.ShouldBe(["✕ Отменить"]);
    }

    [Fact]
    public void Should_Edit_The_Message_Of_A_Pressed_Button_And_Answer_The_Press()
    {
        _bot.Send("/order");
        _bot.Send("5");
        var (question, count) = (_bot.Last, _world.Telegram.Chat(1001).Count);

        _bot.Press("Синий");

        _bot.Last.Id.ShouldBe(question.Id);
        _world.Telegram.Chat(1001).Count.ShouldBe(count);
        _world.Telegram.CallsOf("answerCallbackQuery").Count().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Should_Call_A_Pressed_Button_Outdated_Once_The_Talk_Moved_On()
    {
        _bot.Send("/order");
        _bot.Send("5");
        var question = _bot.Last;
        _bot.Press("Красный").ShouldBe("Почему красный?");

        _bot.Press("Синий", question).ShouldBe("Почему красный?");

        _bot.Notice.ShouldBe("Эта кнопка устарела. Показываю, что сейчас.");
    }

    [Fact]
    public void Should_Not_Take_A_Button_Of_Another_Chat_Or_A_Changed_One()
    {
        _bot.Send("/order");
        _bot.Send("5");
        var question = _bot.Last;
        var other = _world.User(1002);
        other.Send("/order");
        other.Send("7");

        other.Take(other.PressData(question.Buttons[0].Data!, other.Last)).ShouldBe("Цвет для 7?");
        other.Notice.ShouldBe("Эта кнопка устарела. Показываю, что сейчас.");
        _bot.Take(_bot.PressData(question.Buttons[0].Data!.Replace("red", "blu"), question)).ShouldBe("Цвет для 5?");
        _bot.Take(_bot.PressData("x", question)).ShouldBe("Цвет для 5?");
        other.Send("/cancel");
    }

    [Fact]
    public void Should_Know_Where_It_Stopped_After_A_Restart()
    {
        _bot.Send("/order");
        _bot.Send("5");
        using var _ = new AnotherProgram(this);

        _bot.Send("/now").ShouldBe("Цвет для 5?");
        _bot.Press("Синий").ShouldBe("Фотографий: 0");
    }

    [Fact]
    public void Should_Forget_What_Waited_Too_Long_And_Say_So()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _world.App.Clock.Advance(TimeSpan.FromHours(3));

        _bot.Send("красный").ShouldStartWith("Начатое ждало слишком долго и забыто.");
        _bot.Send("красный").ShouldStartWith("Не понял.");
    }

    [Fact]
    public void Should_Ask_Before_Something_New_Takes_The_Place_Of_What_Was_Begun()
    {
        _bot.Send("/order");
        _bot.Send("5");

        _bot.Send("/order").ShouldStartWith("Вы не закончили начатое.");
        _bot.Press("Продолжить начатое").ShouldBe("Цвет для 5?");
        _bot.Send("/order");
        _bot.Press("Начать новое").ShouldBe("Сколько?");
    }

    [Fact]
    public async Task Should_Store_Each_Picture_Of_An_Album_And_Tell_It_In_One_Message()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");
        var shown = _world.Telegram.Chat(1001).Count;
        string[] files = ["p1", "p2", "p3"];
        foreach (var file in files)
        {
            _world.Telegram.Files[file] = Samples.Jpeg;
        }
        await _world.StoreAsync([.. files.Select(x => _bot.Photo(x, album: "a"))]);
        await _world.HandleAsync();
        await _world.DeliverAsync();

        _bot.Last.Text.ShouldBe("Фотографий: 3");
        _world.Telegram.Chat(1001).Count.ShouldBe(shown + 1);
        _bot.Press("Готово").ShouldBe("Заказано: 5 blue, фотографий 3");
    }

    [Fact]
    public void Should_Keep_The_Draft_When_The_End_Is_Refused()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");
        _faults.Refusal = SaleAutoErrorCodes.Deals.InThePast;

        _bot.Press("Готово").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Deals.InThePast));

        _faults.Refusal = null;
        _bot.Press("Готово").ShouldBe("Заказано: 5 blue, фотографий 0");
    }

    [Fact]
    public async Task Should_Not_Repeat_An_Effect_When_The_Process_Dies_Before_The_Mark()
    {
        var before = await OrdersAsync();
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");
        _faults.Crashes = 1;

        _bot.Press("Готово").ShouldBe("Фотографий: 0");
        (await OrdersAsync()).ShouldBe(before);
        _world.App.Clock.Advance(TimeSpan.FromSeconds(3));
        await _world.HandleAsync();
        await _world.DeliverAsync();

        _bot.Last.Text.ShouldBe("Заказано: 5 blue, фотографий 0");
        (await OrdersAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Should_Give_A_Poisonous_Update_Up_And_Tell_The_Person_And_Go_On_With_The_Next()
    {
        _bot.Send("/order");
        _bot.Send("5");
        _bot.Press("Синий");
        _faults.Crashes = 100;
        _bot.Press("Готово");
        for (var i = 0; i < 5; i++)
        {
            _world.App.Clock.Advance(TimeSpan.FromMinutes(2));
            await _world.HandleAsync();
        }
        await _world.DeliverAsync();

        _bot.Last.Text.ShouldStartWith("Не получилось обработать");
        _faults.Crashes = 0;
        _bot.Press("Готово", _world.Telegram.Chat(1001)[^2]);
        _world.Telegram.Chat(1001)[^2].Text.ShouldBe("Заказано: 5 blue, фотографий 0");
        (await _world.App.InDatabaseAsync(db => db.Set<TelegramUpdate>().Where(x => x.Status == TelegramUpdateStatus.GivenUp).Select(x => x.LastError).FirstAsync()))
            .ShouldBe(nameof(InvalidOperationException));
    }

    [Fact]
    public async Task Should_Handle_An_Update_That_Comes_Twice_Once()
    {
        _bot.Send("/order");
        var update = _bot.Text("5");
        await _world.StoreAsync(update, update);
        await _world.StoreAsync(update);
        _bot.Take(update).ShouldBe("Цвет для 5?");

        _bot.Take(update).ShouldBe("Цвет для 5?");
        (await _world.App.InDatabaseAsync(db => db.Set<BotChat>().SingleAsync(x => x.Id == 1001))).Step.ShouldBe(nameof(ColourStep));
    }

    [Fact]
    public async Task Should_Handle_The_Updates_Of_A_Chat_In_Their_Order_Whatever_The_Order_They_Came_In()
    {
        var (first, second) = (_bot.Text("/order"), _bot.Text("5"));
        await _world.StoreAsync(second);
        await _world.StoreAsync(first);
        await _world.HandleAsync();
        await _world.DeliverAsync();

        _bot.Last.Text.ShouldBe("Цвет для 5?");
    }

    [Fact]
    public void Should_Refuse_Whoever_May_Not_Begin()
    {
        _world.User(2001).Send("/order").ShouldStartWith(ErrorTexts.For(SaleAutoErrorCodes.Requests.Forbidden));
        _world.User(2001).Send("5").ShouldStartWith("Не понял.");
    }

    [Fact]
    public async Task Should_Cut_A_Disabled_Person_Off_At_Once()
    {
        var bot = _world.User(1002);
        bot.Send("/order").ShouldBe("Сколько?");
        await SetActiveAsync(false);

        bot.Send("5").ShouldStartWith("Этот бот — для сотрудников.");
        bot.Buttons.ShouldBeEmpty();

        await SetActiveAsync(true);
        bot.Send("/now").ShouldStartWith("Антон Беляев");
    }

    [Fact]
    public async Task Should_Keep_No_Payload_And_Log_No_Text()
    {
        _bot.Send("Анна +79161234567");

        (await _world.App.InDatabaseAsync(db => db.Set<TelegramUpdate>().AllAsync(x => x.Payload == "" || x.Status != TelegramUpdateStatus.Handled))).ShouldBeTrue();
        _world.App.Logs.Lines.ShouldNotContain(x => x.Contains("9161234567"));
    }

    private Task<int> OrdersAsync() => _world.App.InDatabaseAsync(db => db.Set<OutgoingMessage>().CountAsync(x => x.Recipient == OrderDesk.Recipient));

    private Task<int> SetActiveAsync(bool isActive) => _world.App.InDatabaseAsync(async db =>
    {
        var person = await db.Users.SingleAsync(x => x.Id == DemoStaff.IdOf("manager2"));
        if (isActive)
        {
            person.Enable();
        }
        else
        {
            person.Disable();
        }
        return await db.SaveChangesAsync();
    });

    private BotWorld Open() => new(database, services => services.AddConversation<OrderConversation>().AddScoped<OrderDesk>().AddSingleton(_faults));

    /// <summary>A second process over the same database, that takes over for a while.</summary>
    private sealed class AnotherProgram : IDisposable
    {
        private readonly BotTalk_Tests _test;
        private readonly BotWorld _first;

        public AnotherProgram(BotTalk_Tests test)
        {
            (_test, _first) = (test, test._world);
            test._world = test.Open();
            test._bot = test._world.User(1001);
        }

        public void Dispose()
        {
            _test._world.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _test._world = _first;
        }
    }
}

public sealed class BotTalk_OnSqlite_Tests(SqliteDatabase database) : BotTalk_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class BotTalk_OnPostgreSql_Tests(PostgreSqlDatabase database) : BotTalk_Tests(database), IClassFixture<PostgreSqlDatabase>;
