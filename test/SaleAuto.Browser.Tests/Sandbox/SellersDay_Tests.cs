using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Demo;
using SaleAuto.Staff;
using SaleAuto.Users;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Sandbox;

/// <summary>From the client's form to the resale in the browser: the client on the site, manager and sellers in the chat window, the very bot behind it.</summary>
[Collection(nameof(StaffCollection))]
public class SellersDay_Tests(BrowserFixture browser, DemoHost host) : IClassFixture<DemoHost>
{
    private const long Marina = 1001;
    private const long Igor = 2001;
    private const long Ruslan = 2002;
    private const string Plate = "К777ОР77";

    private static readonly string[] Shots = ["Спереди", "Сзади", "Слева", "Справа", "Одометр", "Табличка VIN", "Салон"];

    [Fact]
    public async Task Should_Lead_From_The_Request_To_The_Resale()
    {
        await using (var client = await browser.OpenAsync(host: host.Site))
        {
            await client.SellAsync(Plate, browser.NewPhone());
        }
        var (deal, number) = await PlanAsync();
        await using var first = await browser.OpenAsync(host: host.Site);
        await using var second = await browser.OpenAsync(new Window { Dark = true }, host.Site);
        var (igor, ruslan) = (await ChatWindow.OpenAsync(first, Igor), await ChatWindow.OpenAsync(second, Ruslan));

        // The first seller cannot come, another one takes the meeting.
        await igor.SendAsync("/deals", "Мои встречи");
        await igor.PressAsync(PlateNumber.Parse(Plate).Display, number);
        await igor.LookAsync("seller-deal-390-light");
        await igor.PressAsync("Передать другому продавцу", "Почему не можете приехать?");
        await igor.SendAsync("Машина в ремонте", "Пока никто не взял сделку");
        await Expect(ruslan.Last).ToContainTextAsync("Нужен другой продавец");
        await ruslan.LookAsync("seller-reassignment-390-dark");
        await ruslan.PressAsync("Возьму", number);
        await Expect(igor.Last).ToContainTextAsync("взял другой продавец: Руслан Агеев");

        // At the car.
        await ruslan.SendAsync("/deals", "Мои встречи");
        await ruslan.PressAsync(PlateNumber.Parse(Plate).Display, "Назначена");
        await ruslan.PressAsync("Принять сделку", "Принята");
        await ruslan.PressAsync("Я выехал", "Принята");
        await ruslan.PressAsync("Я на месте", "Осмотр");
        await ruslan.PressAsync("Снимки", "Осталось снять: " + string.Join(", ", Shots));
        await ruslan.SendPhotosAsync("ничего, всё снято", Shots);
        await ruslan.LookAsync("seller-photos-390-dark");
        await ruslan.PressAsync("Готово", number);
        await ruslan.PressAsync("Пробег, состояние, VIN", "Сколько на одометре");
        await ruslan.SendAsync("112 300", "В каком состоянии");
        await ruslan.PressAsync("Хорошее", "VIN записан");
        await ruslan.SendAsync("z94cb41aaer123456", "112\u00A0300 км");

        // Price, papers, money.
        await ruslan.PressAsync("Цена и согласие клиента", "Предложение: 1\u00A0000\u00A0000\u00A0₽");
        await ruslan.PressAsync("Своя строка", "снижает цену или добавляет");
        await ruslan.PressAsync("Снижает", "За что?");
        await ruslan.SendAsync("Запах в салоне", "сколько рублей?");
        await ruslan.SendAsync("5 000,50", "Почему?");
        await ruslan.SendAsync("Нужна химчистка", "пришлите фото");
        await ruslan.SendPhotosAsync("Итого: 994\u00A0999,50\u00A0₽", "Сиденье");
        await ruslan.PressAsync("К цене", "994\u00A0999,50");
        await ruslan.PressAsync("Показать клиенту", "Нужна химчистка");
        await ruslan.LookAsync("seller-price-390-dark");
        await ruslan.PressAsync("Клиент согласен", "Согласованная цена: 994\u00A0999,50\u00A0₽");
        await ruslan.PressAsync("Подписанные документы", "Пришлите фото страниц");
        await ruslan.SendPhotosAsync("✓1", "Договор");
        await ruslan.PressAsync("Акт приёма-передачи", "Сейчас: Акт");
        await ruslan.SendPhotosAsync("Всё подписано", "Акт");
        await ruslan.PressAsync("Всё подписано", "Документы подписаны");
        await ruslan.PressAsync("Записать оплату", "Сколько заплачено?");
        await ruslan.SendAsync("995 000", "Вы написали 995\u00A0000\u00A0₽, а по договору 994\u00A0999,50\u00A0₽");
        await ruslan.LookAsync("seller-payment-390-dark");
        await ruslan.SendAsync("994 999,50", "Как заплачено?");
        await ruslan.PressAsync("Наличные", "Кто кому платит?");
        await ruslan.PressAsync("Компания", "Пришлите фото расписки");
        await ruslan.SendPhotosAsync("Оплачено: 994\u00A0999,50\u00A0₽", "Расписка");
        await ruslan.PressAsync("Завершить сделку", "авершена"); // the card says it, or already the news below it

        // Repair and resale.
        await ruslan.SendAsync("/cars", "Мои автомобили");
        await ruslan.PressAsync("Выкуплен", "Куплен за 994\u00A0999,50\u00A0₽");
        await ruslan.PressAsync("Добавить затрату", "Сколько потратили");
        await ruslan.SendAsync("12 500,50", "На что?");
        await ruslan.PressAsync("Запчасти", "Какого числа?");
        await ruslan.PressAsync("Сегодня", "Пришлите фото чека");
        await ruslan.SendPhotosAsync("Записать?", "Чек");
        await ruslan.PressAsync("✓ Записать", "Всего затрат по автомобилю: 12\u00A0500,50");
        await ruslan.LookAsync("seller-expense-390-dark");
        await ruslan.PressAsync("Открыть автомобиль", "Куплен за");
        await ruslan.PressAsync("Восстановление закончено", "Готов к продаже");
        await ruslan.PressAsync("Выставить на продажу", "За сколько выставляем");
        await ruslan.SendAsync("1 190 000", "Выставлен");
        await ruslan.PressAsync("Записать продажу", "За сколько продали");
        await ruslan.SendAsync("1 150 000", "Как получены деньги?");
        await ruslan.PressAsync("Наличные", "себестоимость 1\u00A0007\u00A0500\u00A0₽");
        await ruslan.PressAsync("Деньги получены", "Продан");
        await ruslan.LookAsync("seller-sold-390-dark");

        // What the owner sees of it.
        await using var desk = await browser.OpenAdminAsync(host, "owner", $"/admin/deals/{deal}");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Запах в салоне");
        await desk.LookAsync("deal");
        await desk.Page.GotoAsync("/admin/reports/sales");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Руслан Агеев");
        await desk.LookAsync("offers");
        await using var phone = await browser.OpenAdminAsync(host, "owner", $"/admin/deals/{deal}", new Window { Dark = true });
        await phone.LookAsync("deal");
    }

    // The manager takes the call in the chat, names a price at the desk, and plans the meeting in the chat again.
    private async Task<(Guid Id, string Number)> PlanAsync()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(21);
        await using var visitor = await browser.OpenAsync(host: host.Site);
        var marina = await ChatWindow.OpenAsync(visitor, Marina);
        await marina.SendAsync($"/find {Plate}", PlateNumber.Parse(Plate).Display);
        await marina.LookAsync("manager-found-390-light");
        await marina.PressAsync("Открыть звонок", "осталось");
        await marina.PressAsync("Взять звонок", "Звонок у вас");
        await marina.LookAsync("manager-call-390-light");
        await NamePriceAsync();
        await marina.PressAsync("Назначить встречу", "В какой день встреча?");
        await marina.SendAsync(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), "Во сколько");
        await marina.SendAsync("13:00", "Кто поедет");
        await marina.LookAsync("manager-seller-390-light");
        await marina.PressAsync("Игорь Панов", "Адрес встречи?");
        await marina.SendAsync("Тверская, 1", "Что нужно знать продавцу?");
        await marina.PressAsync("Без заметки", "Проверьте встречу.");
        await marina.PressAsync("✓ Назначить", "Встреча назначена");
        await using var scope = host.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<Deal>()
            .OrderByDescending(x => x.StartsAt).Select(x => new ValueTuple<Guid, string>(x.Id, x.Number)).FirstAsync();
    }

    private async Task NamePriceAsync()
    {
        await using var scope = host.Site.Services.CreateAsyncScope();
        using var asManager = scope.ServiceProvider.GetRequiredService<IUserSwitch>().ActAs(DemoStaff.IdOf("manager"));
        var desk = scope.ServiceProvider.GetRequiredService<ICallDeskAppService>();
        var call = (await desk.GetQueueAsync(default)).Calls.Single(x => x.Plate == Plate);
        await desk.SaveScriptAsync(call.TaskId, new CallScriptInput { NamedPrice = 1_000_000, MileageKm = 100_000 }, default);
    }
}
