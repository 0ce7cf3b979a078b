using Microsoft.EntityFrameworkCore;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Demo;
using SaleAuto.Leads;
using SaleAuto.Localization;
using SaleAuto.Telegram;

namespace SaleAuto.Calls;

public abstract class CallResult_Tests(TestDatabase database) : ManagerChats(database)
{
    [Theory]
    [InlineData(CallOutcome.NoAnswer)]
    [InlineData(CallOutcome.Busy)]
    [InlineData(CallOutcome.Thinking)]
    [InlineData(CallOutcome.Refused)]
    public async Task Should_Call_Again_When_The_Client_Wishes(CallOutcome outcome)
    {
        Take(Manager);

        Manager.Press(Name(outcome)).ShouldStartWith("Неудачных звонков с этим: 1.");
        Manager.Send("вчера").ShouldStartWith("Не понял время.");
        Manager.Send("19.11 10:00").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Calls.RepeatInThePast));
        Manager.Send("20.05.2027 10:00").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Calls.RepeatTooFar));
        Manager.Send("24.11 15:30").ShouldContain("Перезвоним 24.11 15:30.");
        Manager.Press("‹ Назад").ShouldStartWith("Неудачных звонков с этим: 1.");
        Manager.Press("Завтра в 10:00").ShouldContain("Перезвоним 21.11 10:00.");
        Manager.Send(new string('я', 501)).ShouldStartWith("Слишком длинно: поместится 500 знаков.");
        Manager.Send("Просил <перезвонить>").ShouldBe($"Записано: {Lead.Number} — {Name(outcome)}. Перезвонить до 21.11 10:00.");

        var attempt = (await AttemptsAsync()).ShouldHaveSingleItem();
        (attempt.Outcome, attempt.Note).ShouldBe((outcome, "Просил <перезвонить>"));
        (await CallOfAsync(Lead.Id)).DueAt.ShouldBe(new DateTime(2026, 11, 21, 7, 0, 0));
        (await LeadAsync(Lead.Id)).Status.ShouldBe(LeadStatus.Recall);
    }

    [Fact]
    public async Task Should_Show_The_Time_That_The_Rules_Give_And_Keep_It_Unless_It_Is_Changed()
    {
        Take(Manager);

        Manager.Press(Name(CallOutcome.Busy));
        Manager.Buttons.First().ShouldBe("Как обычно: 12:15");
        Manager.Press("Как обычно: 12:15").ShouldContain("Следующий срок назначим сами.");
        Manager.Press("Без заметки").ShouldEndWith("Перезвонить до 12:15.");

        (await CallOfAsync(Lead.Id)).DueAt.ShouldBe(World.App.Clock.Now.AddMinutes(15));
    }

    [Fact]
    public async Task Should_Leave_The_Decision_To_A_Manager_At_The_Threshold()
    {
        for (var calls = 1; calls < new CallSettings().MostAttempts; calls++)
        {
            var call = await CallOfAsync(Lead.Id);
            await AsAsync("manager", (ICallDeskAppService desk) => desk.ClaimAsync(call.Id, default));
            await AsAsync("manager", (ICallDeskAppService desk) => desk.FailAsync(call.Id, new FailCallInput { Outcome = CallOutcome.NoAnswer }, default));
        }
        Take(Manager, await CallOfAsync(Lead.Id));

        Manager.Press(Name(CallOutcome.NoAnswer)).ShouldStartWith("Неудачных звонков с этим: 8, сами больше не назначаем.");
        Manager.Press("Решу до 20:00");
        Manager.Press("Без заметки").ShouldEndWith("Решить, что дальше, до 20:00.");

        (await CallOfAsync(Lead.Id)).Kind.ShouldBe(CallTaskKind.Decision);
    }

    [Theory]
    [InlineData(CallOutcome.WrongNumber, LeadStatus.Recall, "Решить, что дальше, до 20:00.")]
    [InlineData(CallOutcome.SoldToCompetitor, LeadStatus.Lost, "Продал конкурентам.")]
    public async Task Should_Record_A_Result_That_Asks_For_A_Note_Only(CallOutcome outcome, LeadStatus status, string told)
    {
        Take(Manager);

        Manager.Press(Name(outcome)).ShouldEndWith("Заметка для коллег?");
        Manager.Press("Без заметки").ShouldEndWith(told);

        var attempt = (await AttemptsAsync()).ShouldHaveSingleItem();
        (attempt.Outcome, attempt.Note).ShouldBe((outcome, null));
        (await LeadAsync(Lead.Id)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(LeadCloseReason.Refused)]
    [InlineData(LeadCloseReason.Unreachable)]
    [InlineData(LeadCloseReason.Spam)]
    [InlineData(LeadCloseReason.ConsentWithdrawn)]
    public async Task Should_Close_A_Request_With_A_Reason(LeadCloseReason reason)
    {
        Take(Manager);

        Manager.Press("Закрыть заявку").ShouldBe("Почему закрываем заявку?");
        Manager.Send("потому что").ShouldStartWith("Выберите, пожалуйста, кнопкой.");
        Manager.Press(Name(reason)).ShouldContain("Заявка закроется, больше звонить не будем.");
        Manager.Press("Без заметки").ShouldStartWith($"Записано: {Lead.Number}");

        var lead = await LeadAsync(Lead.Id);
        (lead.Status, lead.CloseReason).ShouldBe((LeadStatus.Closed, reason));
    }

    [Fact]
    public async Task Should_Join_A_Request_To_The_One_That_It_Repeats()
    {
        var first = await EnterAsync(PhoneNumber.Parse(Phone));
        Take(Manager);

        Manager.Press(Name(CallOutcome.Duplicate)).ShouldBe("Какую заявку повторяет эта?");
        Manager.Press(Manager.Buttons.Single(text => text.StartsWith(first.Number, StringComparison.Ordinal))).ShouldContain("Заявка присоединится к выбранной.");
        Manager.Press("Без заметки").ShouldBe($"Записано: {Lead.Number} — Повторная заявка.");

        (await LeadAsync(Lead.Id)).JoinedLeadId.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Should_Offer_No_Duplicate_Where_Nothing_Is_Similar()
    {
        var lonely = await EnterAsync(name: "Гликерия");

        Take(Manager, await CallOfAsync(lonely.Id));

        Manager.Buttons.ShouldContain("Закрыть заявку");
        Manager.Buttons.ShouldNotContain(Name(CallOutcome.Duplicate));
    }

    [Fact]
    public async Task Should_Record_That_A_Planned_Meeting_Stands()
    {
        await AsAsync("manager", (ICallDeskAppService desk) => desk.ClaimAsync(Call.Id, default));
        var meeting = new PlanDealInput
        {
            Date = DateOnly.FromDateTime(World.App.Clock.Now).AddDays(50),
            Time = new TimeOnly(12, 0),
            Address = "Тверская, 1",
            SellerId = DemoStaff.IdOf("seller3"),
        };
        await AsAsync("manager", (ICallDeskAppService desk) => desk.PlanDealAsync(Call.Id, meeting, default));
        await World.App.RunAsync((RequestEntry entry) => entry.AskForCallAsync(PhoneNumber.Parse(Phone)));
        Take(Manager, await CallOfAsync(Lead.Id));

        Manager.Buttons.ShouldNotContain("📅 Назначить встречу");
        Manager.Buttons.ShouldNotContain(Name(CallOutcome.Duplicate));
        Manager.Press("✓ Встреча в силе").ShouldContain("Сделка остаётся как назначена.");
        Manager.Press("Без заметки").ShouldStartWith($"Записано: {Lead.Number}");

        (await LeadAsync(Lead.Id)).Status.ShouldBe(LeadStatus.DealPlanned);
        (await World.App.InDatabaseAsync(db => db.Set<Deal>().CountAsync(x => x.LeadId == Lead.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Record_Nothing_When_It_Is_Cancelled()
    {
        Take(Manager);
        Manager.Press(Name(CallOutcome.Refused));
        Manager.Press("Через час");

        Manager.Send("/cancel").ShouldStartWith("Отменено.");
        Manager.Send("/now").ShouldStartWith("Марина Соколова");
        Manager.Press("📞 Мои звонки");
        Manager.Press(Manager.Buttons.Single(text => text.Contains(Lead.Number, StringComparison.Ordinal))).ShouldContain(Phone);

        (await AttemptsAsync()).ShouldBeEmpty();
    }
}

public sealed class CallResult_OnSqlite_Tests(SqliteDatabase database) : CallResult_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CallResult_OnPostgreSql_Tests(PostgreSqlDatabase database) : CallResult_Tests(database), IClassFixture<PostgreSqlDatabase>;
