using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Demo;
using SaleAuto.Leads;
using SaleAuto.Localization;
using SaleAuto.Messages;
using SaleAuto.Telegram;

namespace SaleAuto.Deals;

public abstract class PlanDeal_Tests(TestDatabase database) : ManagerChats(database)
{
    private const string Address = "г. Москва, ул. Тестовая, д. 1";
    private const string Igor = "Игорь Панов";
    private const string Ruslan = "Руслан Агеев";

    private static int _day = 10;

    // A day that no other test plans for.
    private readonly DateTime _date = new DateTime(2026, 11, 20).AddDays(Interlocked.Increment(ref _day) % 45 + 10);

    private string Day => _date.ToString("dd.MM.yyyy");

    [Fact]
    public async Task Should_Lead_A_Call_From_The_Notification_To_The_Planned_Deal()
    {
        await TellAsync();
        var notification = Told(Manager, "Новая заявка на выкуп " + Lead.Number);
        notification.Text.ShouldNotContain(Phone);
        notification.Buttons.Select(button => button.Text).ShouldBe(["☎ Взять звонок", "Открыть заявку"]);

        var card = PressOf(Manager, "☎ Взять звонок", notification);
        card.Text.ShouldContain($"Телефон: {Phone}");
        PressOf(Manager, "📅 Назначить встречу", card).Text.ShouldStartWith("В какой день встреча?");
        Manager.Send("потом").ShouldStartWith("Не понял день.");
        Manager.Send("19.11").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Deals.InThePast));
        Manager.Send("20.05.2027").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Deals.TooFarAhead));
        Manager.Send(Day).ShouldStartWith($"Во сколько {_date:dd.MM}? Время: Москва.");
        Manager.Send("после обеда").ShouldStartWith("Не понял время.");
        Manager.Press("14:00").ShouldStartWith($"Кто поедет {_date:dd.MM} 14:00?");
        Manager.Press(Igor).ShouldStartWith("Адрес встречи?");
        Manager.SendPlace(55.75, 37.61).ShouldStartWith("Точка принята.");
        Manager.Send(Address).ShouldBe("Что нужно знать продавцу?");
        Manager.Send("Ключи у <соседа>").ShouldStartWith("Проверьте встречу.");
        Manager.Last.Text.ShouldContain($"{_date:ddd dd.MM}, 14:00\nПродавец: {Igor}\nАдрес: {Address}");
        Manager.Last.Text.ShouldContain("Заметка: Ключи у <соседа>");
        Manager.Press("✓ Назначить").ShouldStartWith($"Встреча назначена: {Lead.Number}, сделка D-");

        var deal = await DealAsync(Lead.Id);
        (deal.SellerId, deal.Address, deal.Note, deal.TimeZone).ShouldBe((DemoStaff.IdOf("seller"), Address, "Ключи у <соседа>", "Europe/Moscow"));
        (deal.LocalStart, deal.Latitude, deal.Longitude).ShouldBe((_date.AddHours(14), 55.75m, 37.61m));
        Manager.Last.Text.ShouldContain(deal.Number);
        (await LeadAsync(Lead.Id)).Status.ShouldBe(LeadStatus.DealPlanned);
        (await AttemptsAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(CallOutcome.Agreed);
        await TellAsync();
        Told(Seller, deal.Number).Text.ShouldContain(Address);
        (await World.App.InDatabaseAsync(db => db.Set<OutgoingMessage>().CountAsync(x => x.Recipient == Phone && x.Channel == MessageChannel.Sms && x.LeadId == Lead.Id)))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Should_Name_The_Deal_That_Keeps_A_Seller_Busy()
    {
        var deal = await PlanByDeskAsync(await EnterAsync(), "seller", 14);
        Take(Manager);
        Manager.Press("📅 Назначить встречу");
        Manager.Send(Day);

        Manager.Send("15:00").ShouldContain($"⛔ {Igor} в это время занят: {deal.Number} 14:00–15:30");
        Manager.Buttons.ShouldNotContain(Igor);
        Manager.Press("‹ Назад");
        Manager.Send("15:30").ShouldContain($"{Igor} в этот день: {deal.Number} 14:00–15:30");
        Manager.Buttons.ShouldContain(Igor);
    }

    [Fact]
    public async Task Should_Refuse_A_Seller_Whom_A_Colleague_Took_Meanwhile_And_Let_Another_Be_Chosen()
    {
        WalkToSeller();
        var deal = await PlanByDeskAsync(await EnterAsync(), "seller", 14);

        Manager.Press(Igor).ShouldStartWith($"{Igor} уже занят: {deal.Number} 14:00–15:30.");
        Manager.Buttons.ShouldNotContain(Igor);
        Manager.Press(Ruslan);
        Manager.Send(Address);
        Manager.Press("Без заметки");
        var second = await PlanByDeskAsync(await EnterAsync(), "seller2", 15);

        Manager.Press("✓ Назначить").ShouldBe(ErrorTexts.For(
            SaleAutoErrorCodes.Deals.SellerBusy, new Dictionary<string, object?> { ["DealNumber"] = second.Number, ["Start"] = second.LocalStart.ToString("g") }));
        Manager.Press("Другой продавец").ShouldStartWith("Кто поедет");
        Manager.Press("Тимур Алиев").ShouldContain("Продавец: Тимур Алиев");
        Manager.Press("✓ Назначить").ShouldStartWith("Встреча назначена:");

        (await DealAsync(Lead.Id)).SellerId.ShouldBe(DemoStaff.IdOf("seller3"));
    }

    [Fact]
    public async Task Should_Change_The_Time_At_The_End_And_Ask_Only_What_Depends_On_It()
    {
        WalkToSeller();
        Manager.Press(Igor);
        Manager.Send(Address);
        Manager.Press("Без заметки");

        Manager.Press("Другое время").ShouldStartWith("В какой день");
        Manager.Send(_date.AddDays(1).ToString("dd.MM.yyyy")).ShouldStartWith("Во сколько");
        Manager.Press("‹ Назад");
        Manager.Press("‹ Назад").ShouldStartWith("Проверьте встречу.");
        Manager.Press("✓ Назначить").ShouldStartWith("Во сколько");
        Manager.Send("16:15").ShouldStartWith("Кто поедет");
        Manager.Press(Igor).ShouldStartWith("Проверьте встречу.");
        Manager.Press("✓ Назначить").ShouldStartWith("Встреча назначена:");

        (await DealAsync(Lead.Id)).LocalStart.ShouldBe(_date.AddDays(1).AddHours(16).AddMinutes(15));
    }

    [Fact]
    public async Task Should_Plan_By_The_Clocks_Of_Another_City()
    {
        Take(Manager);
        Manager.Press("📅 Назначить встречу");
        Manager.Send(Day);

        Manager.Press("Другой часовой пояс").ShouldBe("Время какого города?");
        Manager.Press("Владивосток").ShouldContain("Время: Владивосток");
        Manager.Press("10:00");
        Manager.Press(Ruslan);
        Manager.Send("Владивосток, Светланская, 1");
        Manager.Press("Без заметки").ShouldContain("10:00\nВремя: Владивосток");
        Manager.Press("✓ Назначить");

        var deal = await DealAsync(Lead.Id);
        (deal.TimeZone, deal.StartsAt).ShouldBe(("Asia/Vladivostok", _date));
    }

    [Fact]
    public async Task Should_Ask_For_The_Plate_Where_Nobody_Knows_It()
    {
        var (phone, plate) = NewClient();
        var leadId = await World.App.RunAsync((RequestEntry entry) => entry.AskForCallAsync(phone));
        Take(Manager, await CallOfAsync(leadId));

        Manager.Press("📅 Назначить встречу").ShouldStartWith("Госномер автомобиля?");
        Manager.Send("не знаю").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Leads.PlateInvalid));
        Manager.Send(plate.ToLowerInvariant()).ShouldStartWith("В какой день");
        Manager.Send(Day);
        Manager.Send("11:00");
        Manager.Press(Ruslan);
        Manager.Send(Address);
        Manager.Press("Без заметки");
        Manager.Press("✓ Назначить").ShouldStartWith("Встреча назначена:");

        (await LeadAsync(leadId)).Plate.ShouldBe(plate);
        (await DealAsync(leadId)).LocalStart.ShouldBe(_date.AddHours(11));
    }

    [Fact]
    public void Should_Refuse_A_Time_Of_Today_That_Has_Passed()
    {
        Take(Manager);
        Manager.Press("📅 Назначить встречу");
        Manager.Press(Manager.Buttons.First()).ShouldStartWith("Во сколько 20.11?");

        Manager.Send("11:30").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Deals.InThePast));
        Manager.Send("/now").ShouldStartWith("Во сколько 20.11?");
    }

    [Fact]
    public async Task Should_Plan_Nothing_When_The_Call_Was_Given_To_A_Colleague_Meanwhile()
    {
        WalkToSeller();
        Manager.Press(Igor);
        Manager.Send(Address);
        Manager.Press("Без заметки");
        await AsAsync("manager", (ICallDeskAppService desk) => desk.ReleaseAsync(Call.Id, default));
        await AsAsync("manager2", (ICallDeskAppService desk) => desk.ClaimAsync(Call.Id, default));

        Manager.Press("✓ Назначить").ShouldStartWith("Этот звонок уже не у вас, поэтому ничего не записано.");

        Manager.Last.Text.ShouldContain("Звонит коллега: Антон Беляев");
        (await World.App.InDatabaseAsync(db => db.Set<Deal>().AnyAsync(x => x.LeadId == Lead.Id))).ShouldBeFalse();
    }

    private void WalkToSeller()
    {
        Take(Manager);
        Manager.Press("📅 Назначить встречу");
        Manager.Send(Day);
        Manager.Press("14:00").ShouldStartWith("Кто поедет");
    }

    private async Task<Deal> PlanByDeskAsync(Lead lead, string seller, int hour)
    {
        var call = await CallOfAsync(lead.Id);
        var meeting = new PlanDealInput
        {
            Date = DateOnly.FromDateTime(_date),
            Time = new TimeOnly(hour, 0),
            Minutes = 90,
            Address = "Тверская, 1",
            SellerId = DemoStaff.IdOf(seller),
        };
        await AsAsync("manager2", (ICallDeskAppService desk) => desk.ClaimAsync(call.Id, default));
        await AsAsync("manager2", (ICallDeskAppService desk) => desk.PlanDealAsync(call.Id, meeting, default));
        return await DealAsync(lead.Id);
    }

    private Task<Deal> DealAsync(Guid leadId) => World.App.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.LeadId == leadId));
}

public sealed class PlanDeal_OnSqlite_Tests(SqliteDatabase database) : PlanDeal_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class PlanDeal_OnPostgreSql_Tests(PostgreSqlDatabase database) : PlanDeal_Tests(database), IClassFixture<PostgreSqlDatabase>;
