using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Deals;
using SaleAuto.Servers;

namespace SaleAuto.Telegram;

/// <summary>The whole path against an emulator by others: texts and buttons are theirs, bytes of pictures are the stand-in's, since the emulator carries none.</summary>
public abstract class PurchasePath_OverTheEmulator_Tests(TestDatabase database, TelegramEmulator emulator) : PurchasePath_Tests, IClassFixture<TelegramEmulator>
{
    protected override async Task<BotProgram> OpenAsync(Action<IServiceCollection> configure) => await EmulatorBot.StartAsync(database, emulator, configure);
}

public sealed class PurchasePath_OverTheEmulator_OnSqlite_Tests(SqliteDatabase database, TelegramEmulator emulator)
    : PurchasePath_OverTheEmulator_Tests(database, emulator), IClassFixture<SqliteDatabase>;

public sealed class PurchasePath_OverTheEmulator_OnPostgreSql_Tests(PostgreSqlDatabase database, TelegramEmulator emulator)
    : PurchasePath_OverTheEmulator_Tests(database, emulator), IClassFixture<PostgreSqlDatabase>;

/// <summary>The whole path against the strict Bot API, on a day on which every third call goes wrong: nobody notices, and nothing happens twice.</summary>
public sealed class PurchasePath_OnABadDay_Tests(PostgreSqlDatabase database) : PurchasePath_Tests, IClassFixture<PostgreSqlDatabase>
{
    private static readonly BotApiFault[] _weather =
        [BotApiFault.BadGateway, BotApiFault.LostAnswer, BotApiFault.TooMany(3), BotApiFault.CutAnswer];

    private BotApiStandIn _telegram = null!;

    public override async Task DisposeAsync()
    {
        _telegram.Mistakes.ShouldBeEmpty();
        await base.DisposeAsync();
    }

    protected override async Task<BotProgram> OpenAsync(Action<IServiceCollection> configure)
    {
        var bot = await StandInBot.StartAsync(database, configure);
        _telegram = bot.Telegram;
        _telegram.DoublesUpdates = true;
        _telegram.Weather = (_, call) => call % 3 == 0 ? _weather[call / 3 % _weather.Length] : null;
        return bot;
    }
}
