using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Localization;
using SaleAuto.Messages;
using SaleAuto.Telegram;

namespace SaleAuto.Calls;

public abstract class CallTalk_Tests(TestDatabase database) : ManagerChats(database)
{
    [Fact]
    public void Should_Show_The_Phone_To_Whoever_Took_The_Call_And_Tell_The_Other_Who_Did()
    {
        Open(Manager).ShouldNotContain(Phone);
        Open(Colleague).ShouldContain("осталось 5 мин");

        Manager.Press("☎ Взять звонок").ShouldContain($"Телефон: {Phone}");
        Manager.Notice.ShouldBe("Звонок ваш");
        Colleague.Press("☎ Взять звонок").ShouldStartWith(TakenBy("Марина Соколова"));
        Colleague.Last.Text.ShouldContain("Звонит коллега: Марина Соколова");
        Colleague.Last.Text.ShouldNotContain(Phone);
        Colleague.Buttons.ShouldBe(["‹ К звонкам", "Меню"]);
    }

    [Fact]
    public async Task Should_Give_A_Call_To_One_Of_Two_Who_Press_At_Once_And_Tell_The_Other_Who_Has_It()
    {
        for (var round = 0; round < 5; round++)
        {
            var lead = await EnterAsync();
            var call = await CallOfAsync(lead.Id);
            Open(Manager, call);
            Open(Colleague, call);

            await World.StoreAsync(Manager.PressOf("☎ Взять звонок", Manager.Last), Colleague.PressOf("☎ Взять звонок", Colleague.Last));
            await World.HandleAsync();
            await World.DeliverAsync();

            var isMine = Manager.Last.Text.Contains("☎ Звонок у вас", StringComparison.Ordinal);
            var (winner, loser, name) = isMine ? (Manager, Colleague, "Марина Соколова") : (Colleague, Manager, "Антон Беляев");
            winner.Last.Text.ShouldContain(lead.Phone);
            loser.Last.Text.ShouldStartWith(TakenBy(name));
            loser.Last.Text.ShouldNotContain(lead.Phone);
            (await CallOfAsync(lead.Id)).ManagerId.ShouldBe(DemoStaff.IdOf(isMine ? "manager" : "manager2"));
        }
    }

    [Fact]
    public void Should_Take_A_Call_Once_When_Pressed_Twice()
    {
        Open(Manager);
        var card = Manager.Last;

        Manager.Press("☎ Взять звонок", card).ShouldContain(Phone);
        var again = Manager.Take(Manager.PressData(card.Buttons[0].Data!, Manager.Last));

        again.ShouldContain("☎ Звонок у вас");
    }

    [Fact]
    public void Should_Give_A_Call_Back_And_Take_The_Phone_From_The_Chat()
    {
        Take(Manager);
        var card = Manager.Last;

        Manager.Press("Вернуть в очередь").ShouldContain("Позвонить до");

        Manager.Last.Id.ShouldBe(card.Id);
        Manager.Last.Text.ShouldNotContain(Phone);
        Manager.Buttons.ShouldContain("☎ Взять звонок");
    }

    [Fact]
    public async Task Should_List_The_Calls_Of_Today_With_What_Is_Left_And_The_Others_A_Press_Away()
    {
        await MoveAsync(World.App.Clock.Now.AddDays(2));
        Manager.Send("/calls").ShouldBe("На сегодня звонков нет.");
        Manager.Press("После сегодня: 1").ShouldStartWith("Звонки после сегодня: 1.");
        LineOf(Manager).ShouldEndWith(": до 22.11 12:00, осталось 2 дн 0 ч");

        await MoveAsync(World.App.Clock.Now.AddMinutes(1));
        Manager.Press("‹ К звонкам").ShouldStartWith("Звонков на сегодня: 1, просрочено: 0.");
        LineOf(Manager).ShouldBe($"{Lead.Number} · {PlateNumber.Parse(Lead.Plate!).Display}: до 12:01, осталось 1 мин");

        World.App.Clock.Advance(TimeSpan.FromMinutes(75));
        Manager.Press("⟳ Обновить").ShouldStartWith("Звонков на сегодня: 1, просрочено: 1.");
        LineOf(Manager).ShouldEndWith(": просрочен на 1 ч 14 мин");
        Manager.Press(ButtonOf(Manager)).ShouldContain("🔴 Звонок просрочен на 1 ч 14 мин: обещали до 12:01");

        Manager.Press("☎ Взять звонок");
        Manager.Send("/calls");
        LineOf(Manager).ShouldEndWith(": у вас в работе");
        ButtonOf(Manager).ShouldStartWith("☎ " + Lead.Number);
    }

    [Fact]
    public async Task Should_Show_Ten_Calls_At_Once_And_Say_So()
    {
        Take(Manager);
        for (var i = 0; i < 11; i++)
        {
            await EnterAsync();
        }

        Manager.Send("/calls").ShouldStartWith("Звонков на сегодня: 12, просрочено: 0. Показаны первые 10.");

        Manager.Buttons.Count(text => text.Contains("L-", StringComparison.Ordinal)).ShouldBe(10);
        Manager.Buttons.First().ShouldStartWith("☎ " + Lead.Number);
        Colleague.Send("/calls").ShouldStartWith("Звонков на сегодня: 11,");
    }

    [Fact]
    public async Task Should_Show_The_New_Time_Of_A_Call_That_Was_Moved()
    {
        await TellAsync();
        var notification = Told(Manager, Lead.Number);
        await MoveAsync(World.App.Clock.Now.AddDays(1));

        Open(Manager).ShouldContain("Позвонить до 21.11 12:00, осталось 1 дн 0 ч");
        PressOf(Manager, "☎ Взять звонок", notification).Text.ShouldContain("обещали до 21.11 12:00");
    }

    [Fact]
    public async Task Should_Say_What_Became_Of_A_Call_Whose_Request_Was_Closed_Meanwhile()
    {
        await TellAsync();
        var notification = Told(Manager, Lead.Number);
        await AsAsync("manager2", (ILeadWorkAppService leads) => leads.CloseAsync(Lead.Id, new CloseLeadInput { Reason = LeadCloseReason.Spam }, default));

        var told = PressOf(Manager, "☎ Взять звонок", notification);

        told.Text.ShouldStartWith(ErrorTexts.For(SaleAutoErrorCodes.Calls.Ended));
        told.Text.ShouldContain("Звонить не нужно");
        told.Text.ShouldContain("Заявка: Закрыта");
        PressOf(Manager, "Открыть заявку", told).Text.ShouldStartWith(Lead.Number);
    }

    [Fact]
    public async Task Should_Record_Nothing_When_The_Request_Was_Closed_While_The_Result_Was_Told()
    {
        Take(Manager);
        Manager.Press(Name(CallOutcome.WrongNumber));
        await AsAsync("manager2", (ILeadWorkAppService leads) => leads.CloseAsync(Lead.Id, new CloseLeadInput { Reason = LeadCloseReason.Spam }, default));

        Manager.Send("Взяла чужая женщина").ShouldStartWith("Этот звонок уже не у вас, поэтому ничего не записано.");

        (await AttemptsAsync()).ShouldBeEmpty();
        (await LeadAsync(Lead.Id)).CloseReason.ShouldBe(LeadCloseReason.Spam);
        Manager.Send("/now").ShouldNotContain("Заметка");
    }

    [Fact]
    public async Task Should_Answer_A_Button_Of_A_Call_That_Is_Over_With_How_It_Ended()
    {
        Take(Manager);
        var card = Manager.Last;
        Manager.Press(Name(CallOutcome.SoldToCompetitor));
        Manager.Press("Без заметки");

        foreach (var button in new[] { "Занято", "📅 Назначить встречу", "Вернуть в очередь" })
        {
            Manager.Press(button, card).ShouldContain("Звонок завершён: Продал конкурентам (Марина Соколова)");
        }
        (await AttemptsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Ask_For_No_Result_Of_A_Call_That_A_Colleague_Has()
    {
        Take(Manager);
        var card = Manager.Last;
        Manager.Press("Вернуть в очередь", card);
        Take(Colleague);

        Manager.Press("Занято", card).ShouldStartWith(TakenBy("Антон Беляев"));

        Manager.Last.Text.ShouldContain("Звонит коллега: Антон Беляев");
        (await CallOfAsync(Lead.Id)).ManagerId.ShouldBe(DemoStaff.IdOf("manager2"));
    }

    [Fact]
    public async Task Should_Remind_With_A_Button_That_Takes_The_Call_But_Not_The_Owner()
    {
        foreach (var minutes in new[] { 6, 6, 10 })
        {
            World.App.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await World.App.RunAsync((CallReminderWorker reminders) => reminders.RunAsync(default));
        }
        await TellAsync();

        Told(World.User(3001), Lead.Number).Buttons.ShouldNotContain(button => button.Text == "☎ Взять звонок");
        Told(Colleague, "Пора позвонить, заявка " + Lead.Number).Buttons.ShouldContain(button => button.Text == "☎ Взять звонок");
        PressOf(Colleague, "☎ Взять звонок", Told(Colleague, "Звонок просрочен, заявка " + Lead.Number)).Text.ShouldContain(Phone);
    }

    [Fact]
    public async Task Should_Show_Names_And_Notes_As_They_Were_Written()
    {
        Take(Manager);
        Manager.Press(Name(CallOutcome.NoAnswer));
        Manager.Press("Через час");
        Manager.Send("<b>Просил</b> & ждёт");

        Open(Manager, await CallOfAsync(Lead.Id)).ShouldContain("Не ответили, Марина Соколова, <b>Просил</b> & ждёт");
        Manager.Last.Html.ShouldContain("&lt;b&gt;Просил&lt;/b&gt; &amp; ждёт");
    }

    private string LineOf(BotChatUser user) => user.Last.Text.Split('\n').Single(line => line.Contains(Lead.Number, StringComparison.Ordinal));

    private string ButtonOf(BotChatUser user) => user.Buttons.Single(text => text.Contains(Lead.Number, StringComparison.Ordinal));

    private Task MoveAsync(DateTime dueAt) => World.App.InDatabaseAsync(async db =>
    {
        (await db.Set<CallTask>().SingleAsync(x => x.Id == Call.Id)).Reschedule(dueAt, World.App.Clock.Now);
        return await db.SaveChangesAsync();
    });

    private static string TakenBy(string name) => ErrorTexts.For(SaleAutoErrorCodes.Calls.TakenBy, new Dictionary<string, object?> { ["ManagerName"] = name });
}

public sealed class CallTalk_OnSqlite_Tests(SqliteDatabase database) : CallTalk_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CallTalk_OnPostgreSql_Tests(PostgreSqlDatabase database) : CallTalk_Tests(database), IClassFixture<PostgreSqlDatabase>;
