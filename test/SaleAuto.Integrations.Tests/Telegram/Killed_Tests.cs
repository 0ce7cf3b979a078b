using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Bot;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Files;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Telegram;

/// <summary>
/// The real program is killed (-9) while one seller is between two steps, half of another one's photo is there, and Telegram has taken an answer to a third one
/// that nobody could note. Every update comes twice, too. Started again it goes on: nothing is lost, and nothing happened twice.
/// </summary>
public abstract class Killed_Tests : IAsyncLifetime
{
    private static readonly string[] _shots = ["Спереди", "Сзади", "Слева", "Справа", "Одометр", "Табличка VIN", "Салон"];

    private readonly TestDatabase _database;
    private readonly TestApplication _app;
    private BotApiStandIn _telegram = null!;
    private ProgramProcess _program = null!;

    protected Killed_Tests(TestDatabase database) => (_database, _app) = (database, new TestApplication(database));

    public async Task InitializeAsync()
    {
        _telegram = await BotApiStandIn.StartAsync();
        _telegram.DoublesUpdates = true;
        await ForgetRemindersAsync();
        _program = new ProgramProcess(_database, _telegram);
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _telegram.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Should_Go_On_Where_It_Was_Killed()
    {
        var (igor, ruslan, timur) = (Seller(2001), Seller(2002), Seller(2003));
        _program.Start();
        Inspect(igor);
        igor.Press("📷 Снимки").ShouldContain("Осталось снять: " + string.Join(", ", _shots));
        igor.Photograph(_shots[..2]);
        Inspect(ruslan);
        ruslan.Press("Пробег, состояние, VIN");
        ruslan.Send("112 300").ShouldContain("В каком состоянии");
        Inspect(timur);
        SignPapers(timur);
        BeginPayment(timur);

        // The payment is recorded, and its answer is in the chat; of the album half a photo is there.
        await HoldAsync("sendMessage", () => timur.InAHurry.Photograph("receipt"));
        await HoldAsync(BotApiStandIn.File, () => igor.InAHurry.Photograph(_shots[2..]));
        await _program.KillAsync();
        ruslan.InAHurry.Press(ruslan.Buttons.First(text => text.StartsWith("Хорошее", StringComparison.Ordinal)));
        _program.Start();
        await SettleAsync();

        ruslan.Last.Text.ShouldContain("VIN");
        ruslan.Send("Z94CB41AAER123456").ShouldContain("112\u00A0300 км");
        igor.Last.Text.ShouldContain("Осталось снять: ничего, всё снято");
        // The Bot API cannot tell whether a message was sent already: once more is the most that may be seen of it.
        timur.Messages.Count(message => message.Text.Contains("Оплачено", StringComparison.Ordinal)).ShouldBe(2);
        timur.Press("🏁 Завершить сделку").ShouldContain("Завершена");
        await ExpectEverythingOnceAsync();
    }

    // Whether a meeting of the demo is reminded of in between depends on the hour: nobody is, here.
    private Task ForgetRemindersAsync() => _app.RunAsync(async (IServiceProvider services) =>
    {
        services.GetRequiredService<ISettingWriter>().Change(new DealSettings { ReminderMinutes = [] });
        await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
    });

    private StandInUser Seller(long chatId) => new(_telegram, chatId, SettleAsync);

    private static void Inspect(StandInUser seller)
    {
        seller.Send("/deals");
        seller.Press(seller.Buttons.First(text => text.EndsWith("Назначена", StringComparison.Ordinal)));
        seller.Press("✓ Принять сделку").ShouldContain("Принята");
        seller.Press("🚗 Я выехал");
        seller.Press("🔍 Я на месте, начать осмотр").ShouldContain("Осмотр");
    }

    private static void SignPapers(StandInUser seller)
    {
        seller.Press("📷 Снимки");
        seller.Photograph(_shots);
        seller.Press("Готово");
        seller.Press("Пробег, состояние, VIN");
        seller.Send("150 000");
        seller.Press(seller.Buttons.First());
        seller.Send("Z94CB41AAER654321");
        seller.Press("Цена и согласие клиента");
        seller.Press("Показать клиенту");
        seller.Press(seller.Buttons.First(text => text.StartsWith("✓ Клиент согласен", StringComparison.Ordinal))).ShouldContain("Согласованная цена");
        seller.Press("📄 Подписанные документы");
        seller.Photograph("contract");
        seller.Press("Акт приёма-передачи");
        seller.Photograph("act");
        seller.Press("✓ Всё подписано").ShouldContain("Документы подписаны");
    }

    private static void BeginPayment(StandInUser seller)
    {
        var price = seller.Last.Text.Split('\n').Single(line => line.StartsWith("Согласованная цена", StringComparison.Ordinal)).Split(':')[1].TrimEnd('₽');
        seller.Press("💰 Записать оплату");
        seller.Send(price);
        seller.Press("Наличные");
        seller.Press(seller.Buttons.First(text => text.StartsWith("Компания", StringComparison.Ordinal)));
    }

    // The call is carried out, and half of its answer comes.
    private async Task HoldAsync(string method, Action act)
    {
        var calls = CallsOf(method);
        _telegram.Fail(method, BotApiFault.Held(Task.Delay(Timeout.Infinite)));
        act();
        await UntilAsync(() => Task.FromResult(CallsOf(method) > calls));
    }

    private int CallsOf(string method) => _telegram.Calls.Count(call => call.Method == method);

    private async Task ExpectEverythingOnceAsync()
    {
        var paid = await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.Status == DealStatus.Completed));
        var steps = await _app.InDatabaseAsync(db => db.Set<DealTransition>().Where(x => x.DealId == paid.Id).OrderBy(x => x.Id).Select(x => x.To).ToListAsync());
        steps.ShouldBe([DealStatus.Accepted, DealStatus.Inspection, DealStatus.PriceAgreed, DealStatus.DocumentsSigned, DealStatus.Paid, DealStatus.Completed]);
        (await _app.InDatabaseAsync(db => db.Set<DealDocument>().CountAsync())).ShouldBe(2);
        (await _app.InDatabaseAsync(db => db.Set<Car>().CountAsync(x => x.DealId == paid.Id))).ShouldBe(1);

        var shots = await _app.InDatabaseAsync(db => db.Set<DealPhoto>().GroupBy(x => x.DealId).Select(x => new { Photos = x.Count(), Shots = x.Select(y => y.Shot).Distinct().Count() }).ToListAsync());
        shots.ShouldBe([new { Photos = _shots.Length, Shots = _shots.Length }, new { Photos = _shots.Length, Shots = _shots.Length }]);
        (await _app.InDatabaseAsync(db => db.Set<StoredFile>().CountAsync(x => x.AttachedAt != null))).ShouldBe(_shots.Length * 2 + 3); // two papers and the receipt
        (await _app.InDatabaseAsync(db => db.Set<TelegramUpdate>().CountAsync(x => x.Status != TelegramUpdateStatus.Handled))).ShouldBe(0);
        (await _app.InDatabaseAsync(db => db.Set<BotOutgoing>().CountAsync(x => x.Status == BotOutgoingStatus.GivenUp))).ShouldBe(0);
        _telegram.Mistakes.ShouldBeEmpty();
    }

    // Telegram has nothing left for the bot, and the bot nothing for Telegram.
    private Task SettleAsync() => UntilAsync(async () => _telegram.Api.Pending.Count == 0 && !await _app.InDatabaseAsync(async db =>
        await db.Set<TelegramUpdate>().AnyAsync(x => x.Status == TelegramUpdateStatus.Waiting)
        || await db.Set<BotOutgoing>().AnyAsync(x => x.Status == BotOutgoingStatus.Waiting)));

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition())
        {
            if (_program.HasFailed || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"The program does not get there:\n{_program.Log}");
            }
            await Task.Delay(20);
        }
    }
}

public sealed class Killed_OnSqlite_Tests(SqliteDatabase database) : Killed_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Killed_OnPostgreSql_Tests(PostgreSqlDatabase database) : Killed_Tests(database), IClassFixture<PostgreSqlDatabase>;
