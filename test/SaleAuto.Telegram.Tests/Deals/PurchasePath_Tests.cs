using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Demo;
using SaleAuto.Expenses;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Resales;
using SaleAuto.Telegram;
using SaleAuto.Users;

namespace SaleAuto.Deals;

/// <summary>A whole purchase as sellers live it: every step through the bot, from the plan to the resale.</summary>
public abstract class PurchasePath_Tests : IAsyncLifetime
{
    private const long FirstSeller = 2001;
    private const long SecondSeller = 2002;
    private const long Manager = 1001;

    private static readonly string[] Shots = ["Спереди", "Сзади", "Слева", "Справа", "Одометр", "Табличка VIN", "Салон"];

    private BotProgram _world = null!;

    public async Task InitializeAsync()
    {
        _world = await OpenAsync(services => services.AddOutboxDispatcher(new ConfigurationBuilder().Build()).AddScoped<OutboxWorker>());
        await _world.TakeDemoAsync();
    }

    public virtual async Task DisposeAsync() => await _world.DisposeAsync();

    /// <summary>The bot, and the Telegram through which the path leads.</summary>
    protected abstract Task<BotProgram> OpenAsync(Action<IServiceCollection> configure);

    [Fact]
    public async Task Should_Lead_From_The_Call_To_The_Resale()
    {
        var (igor, ruslan) = (_world.User(FirstSeller), _world.User(SecondSeller));
        var deal = await PlanDealAsync("seller");

        // The first seller cannot come: the second one takes the meeting.
        igor.Send("/deals");
        igor.Press(ButtonOf(igor, deal.Number, await CarOfAsync(deal)));
        igor.Press("Передать другому продавцу").ShouldBe("Почему не можете приехать? Причину увидят все продавцы.");
        igor.Send("Машина в ремонте").ShouldContain("Пока никто не взял сделку, отвечаете за неё вы.");
        ruslan.Send("/reassignments");
        ruslan.Press(ruslan.Buttons.First(text => text.Contains("Игорь Панов", StringComparison.Ordinal))).ShouldContain("Причина: Машина в ремонте");
        ruslan.Press("✓ Возьму сделку");
        ruslan.Notice.ShouldBe("Сделка теперь ваша");
        igor.Send("/deals").ShouldNotContain(deal.Number);

        // Inspection.
        ruslan.Send("/deals");
        ruslan.Press(ButtonOf(ruslan, deal.Number, await CarOfAsync(deal))).ShouldContain("Назначена");
        ruslan.Press("✓ Принять сделку").ShouldContain("Принята");
        ruslan.Press("🚗 Я выехал");
        ruslan.Press("🔍 Я на месте, начать осмотр").ShouldContain("Осмотр");
        ruslan.Press("📷 Снимки").ShouldContain("Осталось снять: " + string.Join(", ", Shots));
        ruslan.Photograph(Shots);
        ruslan.Last.Text.ShouldContain("Осталось снять: ничего, всё снято");
        ruslan.Press("Готово");
        ruslan.Press("Пробег, состояние, VIN");
        ruslan.Send("много").ShouldStartWith("Не понял пробег");
        ruslan.Send("112 300").ShouldContain("В каком состоянии");
        ruslan.Press(ruslan.Buttons.First(text => text.StartsWith("Хорошее", StringComparison.Ordinal))).ShouldContain("VIN");
        ruslan.Send("Z94CB41AAER12345O").ShouldStartWith("В VIN 17");
        ruslan.Send("z94cb41aaer123456");
        if (ruslan.Last.Text.Contains("Какая марка?", StringComparison.Ordinal))
        {
            ruslan.Send("Kia");
            ruslan.Send("Rio");
            ruslan.Send("2018");
        }
        ruslan.Last.Text.ShouldContain("112\u00A0300 км");

        // The price goes down by lines only, and the client agrees to what was shown.
        ruslan.Press("Цена и согласие клиента").ShouldContain("Предложение: 1\u00A0000\u00A0000\u00A0₽");
        ruslan.Press("Своя строка");
        ruslan.Press("Снижает");
        ruslan.Send("Запах в салоне");
        ruslan.Send("5 000,50");
        ruslan.Send("Нужна химчистка");
        ruslan.Photograph("seat").ShouldContain("Итого: 994\u00A0999,50\u00A0₽");
        ruslan.Press("К цене");
        ruslan.Press("Показать клиенту").ShouldContain("Запах в салоне (Нужна химчистка)");
        ruslan.Press("✓ Клиент согласен: 994\u00A0999,50\u00A0₽").ShouldContain("Согласованная цена: 994\u00A0999,50\u00A0₽");

        // Papers and money.
        ruslan.Press("📄 Подписанные документы");
        ruslan.Photograph("contract");
        ruslan.Buttons.ShouldNotContain("✓ Всё подписано");
        ruslan.Press("Акт приёма-передачи");
        ruslan.Photograph("act");
        ruslan.Press("✓ Всё подписано").ShouldContain("Документы подписаны");
        ruslan.Press("💰 Записать оплату");
        ruslan.Send("995 000").ShouldBe("Вы написали 995\u00A0000\u00A0₽, а по договору 994\u00A0999,50\u00A0₽. Оплата должна совпасть до копейки.");
        ruslan.Send("994 999,50");
        ruslan.Press("Наличные");
        ruslan.Press(ruslan.Buttons.First(text => text.StartsWith("Компания", StringComparison.Ordinal)));
        ruslan.Photograph("receipt").ShouldContain("Оплачено: 994\u00A0999,50\u00A0₽");
        ruslan.Press("🏁 Завершить сделку").ShouldContain("Завершена");

        // Repair and resale.
        ruslan.Send("/cars");
        ruslan.Press(ruslan.Buttons.First(text => text.Contains("Выкуплен", StringComparison.Ordinal))).ShouldContain("Куплен за 994\u00A0999,50\u00A0₽");
        for (var time = 0; time < 2; time++)
        {
            ruslan.Press(time == 0 ? "Добавить затрату" : "Ещё затрата").ShouldContain("Сколько потратили");
            ruslan.Send("a lot").ShouldStartWith("Не понял сумму");
            ruslan.Send("12 500,50");
            ruslan.Press(ruslan.Buttons.First());
            ruslan.Press("Сегодня");
            ruslan.Photograph("bill", "Полировка").ShouldContain(time == 0 ? "Записать?" : "Этот чек уже приложен");
            ruslan.Press(time == 0 ? "✓ Записать" : "Всё равно записать");
        }
        ruslan.Last.Text.ShouldContain("Всего затрат по автомобилю: 25\u00A0001\u00A0₽");
        ruslan.Press("Открыть автомобиль");
        ruslan.Press("Восстановление закончено").ShouldContain("Готов к продаже");
        ruslan.Press("Выставить на продажу");
        ruslan.Send("1 190 000").ShouldContain("Выставлен");
        ruslan.Press("Записать продажу");
        ruslan.Send("1 150 000");
        ruslan.Press("Наличные").ShouldContain("себестоимость 1\u00A0020\u00A0000,50\u00A0₽");
        ruslan.Press("✓ Деньги получены, записать").ShouldContain("Продан");

        var stored = await _world.App.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.Id == deal.Id));
        stored.Status.ShouldBe(DealStatus.Completed);
        (await _world.App.InDatabaseAsync(db => db.Set<Lead>().SingleAsync(x => x.Id == stored.LeadId))).Status.ShouldBe(LeadStatus.Won);
        var car = await _world.App.InDatabaseAsync(db => db.Set<Car>().SingleAsync(x => x.DealId == deal.Id));
        (car.Status, car.BuyoutPrice, car.Vin, car.MileageKm).ShouldBe((CarStatus.Sold, 994_999.50m, "Z94CB41AAER123456", 112_300));
        (await _world.App.InDatabaseAsync(db => db.Set<Expense>().CountAsync(x => x.CarId == car.Id && x.EvidenceFileId != null))).ShouldBe(2);
        var resale = await _world.App.InDatabaseAsync(db => db.Set<Resale>().SingleAsync(x => x.CarId == car.Id));
        (resale.Status, resale.Amount).ShouldBe((ResaleStatus.Received, 1_150_000m));
        var told = await _world.App.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.Contains("deal-completed") && x.DeduplicationKey.Contains(deal.Id.ToString())).Select(x => x.Recipient).ToListAsync());
        told.Order().ShouldBe([$"{Manager}", $"{SecondSeller}"]);
    }

    [Fact]
    public async Task Should_Ask_A_Manager_For_A_Price_Far_From_The_Offer()
    {
        var (igor, marina) = (_world.User(FirstSeller), _world.User(Manager));
        var deal = await PlanDealAsync("seller");
        await NotifyAsync(Manager); // nothing older is left to come
        await InspectAsync(igor, deal);

        igor.Press("Цена и согласие клиента");
        igor.Press("Своя строка");
        igor.Press("Снижает");
        igor.Send("Двигатель");
        igor.Send("400 000");
        igor.Send("Стучит");
        igor.Photograph("engine");
        igor.Press("К цене").ShouldContain("нужно согласие");
        igor.Buttons.ShouldNotContain("Показать клиенту");
        igor.Press("Запросить согласие руководителя").ShouldContain("Согласие запрошено");
        await NotifyAsync(Manager);
        marina.Press(marina.Buttons.First()).ShouldContain("Разрешить эту цену?");
        marina.Press("✓ Разрешить").ShouldContain("Разрешено: Марина Соколова");

        igor.Send("/now").ShouldContain("Цена разрешена");
        igor.Press("Показать клиенту").ShouldContain("Итого: 600\u00A0000\u00A0₽");
    }

    [Fact]
    public async Task Should_Show_A_Stranger_Nothing_Of_Somebody_Elses_Deal()
    {
        var (igor, timur) = (_world.User(FirstSeller), _world.User(2003));
        var deal = await PlanDealAsync("seller");
        igor.Send("/deals");
        var shown = igor.Last;
        var car = await CarOfAsync(deal);

        var answer = timur.Forge(shown.Buttons.First(button => button.Text.Contains(car, StringComparison.Ordinal)).Data!, shown);

        answer.ShouldNotContain(deal.Number);
        answer.ShouldNotContain(deal.Address);
    }

    private static string ButtonOf(ChatUser user, string number, string car) =>
        user.Buttons.First(text => text.Contains(car, StringComparison.Ordinal) || text.Contains(number, StringComparison.Ordinal));

    private async Task InspectAsync(ChatUser seller, Deal deal)
    {
        seller.Send("/deals");
        seller.Press(ButtonOf(seller, deal.Number, await CarOfAsync(deal)));
        seller.Press("✓ Принять сделку");
        seller.Press("🔍 Я на месте, начать осмотр");
    }

    private async Task<string> CarOfAsync(Deal deal)
    {
        var plate = await _world.App.InDatabaseAsync(db => db.Set<Lead>().Where(x => x.Id == deal.LeadId).Select(x => x.Plate).SingleAsync());
        return PlateNumber.Parse(plate!).Display;
    }

    // The manager takes the first call of a request with a plate, names a price and plans the meeting.
    private async Task<Deal> PlanDealAsync(string sellerName)
    {
        var day = Interlocked.Increment(ref _day);
        var id = await AsAsync("manager", async (ICallDeskAppService desk) =>
        {
            foreach (var call in (await desk.GetQueueAsync(default)).Calls.Where(x => x.Plate is not null && x.Status == CallTaskStatus.Pending))
            {
                await desk.ClaimAsync(call.TaskId, default);
                await desk.SaveScriptAsync(call.TaskId, new CallScriptInput { NamedPrice = 1_000_000, MileageKm = 100_000 }, default);
                var meeting = new PlanDealInput
                {
                    Date = DateOnly.FromDateTime(_world.App.Clock.Now).AddDays(day),
                    Time = new TimeOnly(12, 0),
                    Address = "Тверская, 1",
                    SellerId = DemoStaff.IdOf(sellerName),
                };
                return (await desk.PlanDealAsync(call.TaskId, meeting, default)).DealId!.Value;
            }
            throw new InvalidOperationException("The demo has no call left");
        });
        return await _world.App.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.Id == id));
    }

    // Sends what is due; what failed on its way to that person is tried again later.
    private async Task NotifyAsync(long chatId)
    {
        await _world.App.RunAsync((OutboxWorker worker) => worker.RunAsync(default));
        while (await _world.App.InDatabaseAsync(db => db.Set<OutgoingMessage>().AnyAsync(x => x.Recipient == $"{chatId}" && x.Status == MessageStatus.Pending && x.Attempts > 0)))
        {
            _world.App.Clock.Advance(TimeSpan.FromSeconds(30));
            await _world.App.RunAsync((OutboxWorker worker) => worker.RunAsync(default));
        }
    }

    private Task<T> AsAsync<TService, T>(string userName, Func<TService, Task<T>> work)
        where TService : notnull => _world.App.RunAsync(async (IServiceProvider services) =>
    {
        using (services.GetRequiredService<IUserSwitch>().ActAs(DemoStaff.IdOf(userName)))
        {
            return await work(services.GetRequiredService<TService>());
        }
    });

    private static int _day = 10;
}

public sealed class PurchasePath_OnSqlite_Tests(SqliteDatabase database) : PurchasePath_Tests, IClassFixture<SqliteDatabase>
{
    protected override Task<BotProgram> OpenAsync(Action<IServiceCollection> configure) => Task.FromResult<BotProgram>(new BotWorld(database, configure));
}

public sealed class PurchasePath_OnPostgreSql_Tests(PostgreSqlDatabase database) : PurchasePath_Tests, IClassFixture<PostgreSqlDatabase>
{
    protected override Task<BotProgram> OpenAsync(Action<IServiceCollection> configure) => Task.FromResult<BotProgram>(new BotWorld(database, configure));
}
