using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaleAuto.Bot;

namespace SaleAuto.Telegram;

/// <summary>The bot over real HTTP: it asks for updates as in production.</summary>
public abstract class ConnectedBot : BotProgram
{
    private const int MostRounds = 1000;

    protected ConnectedBot(TestDatabase database, string address, string token, Action<IServiceCollection> configure, params IEnumerable<(string Key, string Value)> settings)
        : base(database, configure, [("Telegram:BaseAddress", address), ("Telegram:BotToken", token), ("Telegram:PollSeconds", "0"), .. settings])
    {
    }

    /// <summary>Asks once, as the poller does.</summary>
    /// <returns>How long the poller would wait before it asks again.</returns>
    public Task<TimeSpan> PollAsync() => Poller.PollAsync(default);

    /// <summary>Fetches what people did, handles it and sends what the bot says until nothing waits. Where something failed time passes, and it is tried again.</summary>
    public async Task TurnAsync()
    {
        var isFetched = false;
        for (var round = 0; round < MostRounds; round++)
        {
            isFetched = isFetched || await FetchAsync();
            await HandleAsync();
            await DeliverAsync();
            var due = await FindDueAsync();
            if (isFetched && due is null)
            {
                return;
            }
            App.Clock.Advance(due > App.Clock.Now ? due.Value - App.Clock.Now : TimeSpan.FromSeconds(1));
        }
        throw new InvalidOperationException("The bot does not come to rest");
    }

    public override async ValueTask DisposeAsync()
    {
        await Poller.StopAsync(default); // gives the lease back
        await App.InDatabaseAsync(db => db.Set<TelegramUpdate>().ExecuteDeleteAsync()); // the next Telegram of the test numbers its updates on its own
        await base.DisposeAsync();
    }

    private TelegramPoller Poller => App.Services.GetServices<IHostedService>().OfType<TelegramPoller>().Single();

    private async Task<bool> FetchAsync()
    {
        try
        {
            return await PollAsync() == TimeSpan.Zero;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false; // the poller asks again
        }
    }

    // When the first of what waits is to be tried.
    private Task<DateTime?> FindDueAsync() => App.InDatabaseAsync(async db =>
    {
        var updates = db.Set<TelegramUpdate>().Where(x => x.Status == TelegramUpdateStatus.Waiting).Select(x => (DateTime?)x.DueAt);
        var answers = db.Set<BotOutgoing>().Where(x => x.Status == BotOutgoingStatus.Waiting).Select(x => (DateTime?)x.DueAt);
        return await updates.Concat(answers).MinAsync();
    });
}
