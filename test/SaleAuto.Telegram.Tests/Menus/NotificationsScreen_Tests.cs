using SaleAuto.Telegram;

namespace SaleAuto.Bot;

public sealed class NotificationsScreen_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private const long Seller = 2001;
    private const long Owner = 3001;

    private readonly BotWorld _world = new(database);

    public Task InitializeAsync() => _world.TakeDemoAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void Should_Switch_Messages_Off_And_On_Again()
    {
        var seller = _world.User(Seller);
        seller.Send("/menu");
        seller.Press("Уведомления").ShouldContain("С 22:00 до 08:00 несрочное не приходит");
        var before = seller.Last;

        seller.Press("✅ Покупка завершена");
        seller.Buttons.ShouldContain("▫️ Покупка завершена");
        seller.Press("✅ Покупка завершена", before); // the same press again: a slow line
        seller.Buttons.ShouldContain("▫️ Покупка завершена");

        seller.Press("▫️ Покупка завершена");
        seller.Buttons.ShouldContain("✅ Покупка завершена");
    }

    [Fact]
    public void Should_Offer_The_Figures_Of_The_Day_To_Owners_Only()
    {
        var (seller, owner) = (_world.User(Seller), _world.User(Owner));
        owner.Send("/notifications");
        seller.Send("/notifications");

        owner.Buttons.ShouldContain("✅ Итоги дня вечером");
        seller.Buttons.ShouldNotContain("✅ Итоги дня вечером");
    }
}
