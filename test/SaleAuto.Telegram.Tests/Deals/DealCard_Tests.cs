using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Telegram;

namespace SaleAuto.Deals;

public sealed class DealCard_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private readonly BotWorld _world = new(database);

    public Task InitializeAsync() => _world.TakeDemoAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Should_Lead_To_The_Price_Of_A_Car_That_Was_Offered_None()
    {
        var deal = await _world.App.InDatabaseAsync(db => db.Set<Deal>().Where(x => x.Status == DealStatus.Assigned).OrderBy(x => x.Number).FirstAsync());
        await _world.App.InDatabaseAsync(db => db.Set<Deal>().Where(x => x.Id == deal.Id).ExecuteUpdateAsync(row => row.SetProperty(x => x.OfferLow, (decimal?)null).SetProperty(x => x.OfferHigh, (decimal?)null)));
        var chat = await _world.App.InDatabaseAsync(db => db.Users.Where(x => x.Id == deal.SellerId).Select(x => x.TelegramChatId!.Value).SingleAsync());
        var plate = PlateNumber.Parse((await _world.App.InDatabaseAsync(db => db.Set<Lead>().Where(x => x.Id == deal.LeadId).Select(x => x.Plate).SingleAsync()))!).Display;
        var seller = _world.User(chat);
        seller.Send("/deals");
        seller.Press(seller.Buttons.First(text => text.Contains(plate, StringComparison.Ordinal)));
        seller.Press("✓ Принять сделку");
        seller.Press("🔍 Я на месте, начать осмотр");

        seller.Press("Цена и согласие клиента");

        seller.Buttons.ShouldContain("Назвать начальную цену");
    }
}
