using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Telegram;

/// <summary>The bot and a Telegram without a network. Updates need not be fetched: the test stores them.</summary>
public sealed class BotWorld : BotProgram
{
    private static long _updates = 1000;

    public BotWorld(TestDatabase database, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
        : this(database, new FakeBotApi(), configure, settings)
    {
    }

    private BotWorld(TestDatabase database, FakeBotApi telegram, Action<IServiceCollection>? configure, (string Key, string Value)[] settings)
        : base(
            database,
            services =>
            {
                services.AddHttpClient<TelegramClient>().ConfigurePrimaryHttpMessageHandler(() => telegram);
                configure?.Invoke(services);
            },
            [("Telegram:BaseAddress", "http://telegram.test"), ("Telegram:BotToken", "1:token"), .. settings]) => Telegram = telegram;

    public FakeBotApi Telegram { get; }

    public override BotChatUser User(long chatId) => new(this, chatId);

    public static long NextUpdateId() => Interlocked.Increment(ref _updates);

    /// <summary>Stores updates as the poller does.</summary>
    public Task StoreAsync(params IReadOnlyList<System.Text.Json.JsonElement> updates) => App.RunAsync((UpdateInbox inbox) => inbox.StoreAsync(updates, default));
}
