using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SaleAuto.Blobs;
using SaleAuto.Bot;
using SaleAuto.Repositories;

namespace SaleAuto.Telegram;

/// <summary>The program with its bot over a real database and a Telegram without a network.</summary>
public sealed class BotWorld : IAsyncDisposable
{
    private static long _updates = 1000;
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    public BotWorld(TestDatabase database, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Telegram:BaseAddress"] = "http://telegram.test",
            ["Telegram:BotToken"] = "1:token",
            ["Telegram:BotName"] = "saleauto_test_bot",
            ["Telegram:ChatPauseMilliseconds"] = "0",
            ["Telegram:MessagesPerSecond"] = "1000",
        };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }
        App = new TestApplication(database, services =>
        {
            services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootFileProvider = new NullFileProvider() });
            services.AddSingleton<IBlobContainer>(new BlobFolder(_folder));
            services.AddTelegram(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
            services.AddTelegramBot();
            services.AddHttpClient<TelegramClient>().ConfigurePrimaryHttpMessageHandler(() => Telegram);
            configure?.Invoke(services);
        });
    }

    public TestApplication App { get; }

    public FakeBotApi Telegram { get; } = new();

    /// <summary>Staff and requests of the demo.</summary>
    public Task MigrateAsync() => App.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: true, default));

    /// <summary>The talk with the bot in one chat.</summary>
    public BotChatUser User(long chatId) => new(this, chatId);

    public static long NextUpdateId() => Interlocked.Increment(ref _updates);

    /// <summary>Stores updates as the poller does.</summary>
    public Task StoreAsync(params IReadOnlyList<System.Text.Json.JsonElement> updates) => App.RunAsync((UpdateInbox inbox) => inbox.StoreAsync(updates, default));

    /// <summary>Handles what is stored.</summary>
    public Task HandleAsync() => App.RunAsync((TelegramUpdateWorker worker) => worker.RunAsync(default));

    /// <summary>Sends what was answered.</summary>
    public Task DeliverAsync() => App.RunAsync((BotSendWorker worker) => worker.RunAsync(default));

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
