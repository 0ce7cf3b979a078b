using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Telegram;

/// <summary>The bot over real HTTP and the strict Bot API with its bad days.</summary>
public sealed class StandInBot : ConnectedBot
{
    private StandInBot(TestDatabase database, BotApiStandIn telegram, Action<IServiceCollection> configure, (string Key, string Value)[] settings)
        : base(database, telegram.Address, telegram.Token, configure, settings) => Telegram = telegram;

    public BotApiStandIn Telegram { get; }

    public static async Task<StandInBot> StartAsync(TestDatabase database, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings) =>
        new(database, await BotApiStandIn.StartAsync(), configure ?? (_ => { }), settings);

    public override StandInUser User(long chatId) => new(Telegram, chatId, TurnAsync);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Telegram.DisposeAsync();
    }
}
