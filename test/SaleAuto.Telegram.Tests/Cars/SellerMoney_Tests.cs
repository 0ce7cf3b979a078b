using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Demo;
using SaleAuto.Expenses;
using SaleAuto.Messages;
using SaleAuto.Telegram;

namespace SaleAuto.Cars;

/// <summary>Money in a seller's chat: deposits, what the seller holds, expenses that the owner decides on.</summary>
public abstract class SellerMoney_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly BotWorld _world = new(database, services => services.AddOutboxDispatcher(new ConfigurationBuilder().Build()).AddScoped<OutboxWorker>());

    private ChatUser Ruslan => _world.User(2002);

    private ChatUser Owner => _world.User(3001);

    public Task InitializeAsync() => _world.TakeDemoAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Should_Keep_A_Car_For_A_Deposit_And_Sell_It_For_The_Rest()
    {
        var before = await HeldAsync();
        OpenCar("Octavia");
        Ruslan.Press("Принять предоплату");
        Ruslan.Send("1 150 000");
        Ruslan.Send("1 150 000").ShouldStartWith("Предоплата должна быть меньше цены");
        Ruslan.Send("50 000,50");
        Ruslan.Press("Наличные").ShouldContain("Покупатель внёс 50\u00A0000,50\u00A0₽, осталось 1\u00A0099\u00A0999,50\u00A0₽");
        Ruslan.Send("/balance").ShouldContain("Оплата от покупателя");

        OpenCar("Octavia");
        Ruslan.Press("Покупатель отказался");
        Ruslan.Press("Вернул покупателю").ShouldNotContain("Покупатель внёс");
        Ruslan.Press("Принять предоплату");
        Ruslan.Send("1 150 000");
        Ruslan.Send("100 000");
        Ruslan.Press("Наличные");
        Ruslan.Press("Записать продажу").ShouldContain("Осталось получить 1\u00A0050\u00A0000\u00A0₽");
        Ruslan.Press("Получил остаток 1\u00A0050\u00A0000\u00A0₽");
        Ruslan.Send("/cancel");
        OpenCar("Octavia");
        Ruslan.Press("Записать продажу");
        Ruslan.Send("1 120 000"); // bargained down meanwhile
        Ruslan.Press("Наличные").ShouldContain("сейчас получено 1\u00A0020\u00A0000\u00A0₽");
        Ruslan.Press("✓ Деньги получены, записать").ShouldContain("Прибыль: 177\u00A0000\u00A0₽");

        (await HeldAsync()).ShouldBe(before + 1_120_000);
    }

    [Fact]
    public async Task Should_Ask_The_Owner_About_A_Large_Expense()
    {
        OpenCar("Polo");
        Ruslan.Press("Добавить затрату");
        Ruslan.Send("64 000");
        Ruslan.Press(Ruslan.Buttons.First());
        Ruslan.Press("Сегодня");
        Ruslan.Photograph("engine-bill", "Двигатель");
        Ruslan.Press("✓ Записать").ShouldContain("владелец получил запрос");
        await TellAsync();

        Owner.Press("Посмотреть затрату").ShouldContain("64\u00A0000\u00A0₽");
        var seen = Owner.Last;
        Owner.Press("✓ Согласовать").ShouldContain("Учтена");
        Owner.Press("✓ Согласовать", seen).ShouldContain("Учтена"); // an old button decides nothing anew
        await TellAsync();
        Ruslan.Last.Text.ShouldContain("согласована");
        (await StatusesAsync(64_000)).ShouldBe([ExpenseStatus.Posted]);
        Ruslan.Forge(seen.DataOf("✓ Согласовать"), seen).ShouldNotContain("64\u00A0000");
    }

    [Fact]
    public async Task Should_Tell_The_Seller_Why_An_Expense_Was_Refused()
    {
        OpenCar("Polo");
        Ruslan.Press("Добавить затрату");
        Ruslan.Send("77 000");
        Ruslan.Press(Ruslan.Buttons.First());
        Ruslan.Press("Сегодня");
        Ruslan.Photograph("paint-bill");
        Ruslan.Press("✓ Записать");
        await TellAsync();

        Owner.Press("Посмотреть затрату");
        Owner.Press("✕ Отклонить");
        Owner.Send("Дорого, возьми другой сервис").ShouldContain("Отклонена");
        await TellAsync();

        Ruslan.Last.Text.ShouldContain("отклонена: Дорого, возьми другой сервис");
        (await StatusesAsync(77_000)).ShouldBe([ExpenseStatus.Rejected]);
    }

    private Task<decimal> HeldAsync() => _world.App.RunAsync((ILedgerRepository ledger) => ledger.GetBalanceAsync(LedgerAccountRef.Advance(DemoStaff.IdOf("seller2")), default));

    private void OpenCar(string model)
    {
        Ruslan.Send("/cars");
        Ruslan.Press(Ruslan.Buttons.First(text => text.Contains(model, StringComparison.Ordinal)));
    }

    private async Task TellAsync()
    {
        await _world.App.RunAsync((OutboxWorker worker) => worker.RunAsync(default));
        await _world.DeliverAsync();
    }

    private Task<List<ExpenseStatus>> StatusesAsync(decimal amount) =>
        _world.App.InDatabaseAsync(db => db.Set<Expense>().Where(x => x.Amount == amount).Select(x => x.Status).ToListAsync());
}

public sealed class SellerMoney_OnSqlite_Tests(SqliteDatabase database) : SellerMoney_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class SellerMoney_OnPostgreSql_Tests(PostgreSqlDatabase database) : SellerMoney_Tests(database), IClassFixture<PostgreSqlDatabase>;
