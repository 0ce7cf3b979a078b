using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SaleAuto.Blobs;
using SaleAuto.Bot;
using SaleAuto.Repositories;

namespace SaleAuto.Telegram;

/// <summary>The program with its bot over a real database, in the time of the test, and a Telegram of the test's choice.</summary>
public abstract class BotProgram : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    protected BotProgram(TestDatabase database, Action<IServiceCollection> configure, params IEnumerable<(string Key, string Value)> settings)
    {
        var values = new Dictionary<string, string?>
        {
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
            configure(services);
        });
    }

    public TestApplication App { get; }

    /// <summary>Staff and requests of the demo.</summary>
    public Task TakeDemoAsync() => App.TakeDemoAsync();

    /// <summary>The talk with the bot in one chat.</summary>
    public abstract ChatUser User(long chatId);

    /// <summary>Handles what is stored.</summary>
    public Task HandleAsync() => App.RunAsync((TelegramUpdateWorker worker) => worker.RunAsync(default));

    /// <summary>Sends what was answered.</summary>
    public Task DeliverAsync() => App.RunAsync((BotSendWorker worker) => worker.RunAsync(default));

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
