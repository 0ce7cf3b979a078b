using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SaleAuto.Bot;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Telegram;
using SaleAuto.Workers;

namespace SaleAuto.Benchmarks;

/// <summary>How many updates of sellers the bot handles and answers, beside the same rows written by bare statements in the same run: the difference is what the talk and its rules cost.</summary>
internal sealed class BotCommand : IBenchmarkCommand
{
    private const int Chats = 200;
    private const int Batch = 100;

    private static readonly string[] Texts = ["/menu", "/deals"];

    public string Name => "bot";

    public string Arguments => "[UPDATES [POSTGRESQL_CONNECTION_STRING]]";

    public string Summary => "Updates a second of 200 sellers, handled and answered, on SQLite and, on a database of its own, on PostgreSQL; beside bare statements that write the same.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 4000;
        Console.WriteLine($"{count} updates of {Chats} chats: a second / milliseconds of this program's processor time for each");
        Console.WriteLine($"{"",-12}{"handled",16}{"bare",16}{"answered",16}{"bare",16}");
        Print("SQLite", await BenchmarkDatabase.OnSqliteAsync(AddServices, provider => MeasureAsync(provider, count, places: 1, cancellationToken), cancellationToken));
        if (arguments.Count > 1)
        {
            Print("PostgreSQL", await BenchmarkDatabase.OnPostgreSqlAsync(arguments[1], AddServices, provider => MeasureAsync(provider, count, places: 16, cancellationToken), cancellationToken));
        }
        return 0;
    }

    private static void AddServices(IServiceCollection services)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Telegram:BaseAddress"] = "http://telegram.example",
            ["Telegram:BotToken"] = "1:bench",
            ["Telegram:MessagesPerSecond"] = "1000000",
            ["Telegram:ChatPauseMilliseconds"] = "0",
        };
        services.AddSaleAutoApplication();
        services.AddSingleton<IWorkSignal, NoSignal>();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootFileProvider = new NullFileProvider() });
        services.AddTelegram(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddTelegramBot();
        services.AddHttpClient<TelegramClient>().ConfigurePrimaryHttpMessageHandler(() => new ReadyTelegram());
    }

    private static async Task<Rates> MeasureAsync(IServiceProvider provider, int count, int places, CancellationToken cancellationToken)
    {
        await SeedAsync(provider, cancellationToken);
        await HandleAsync(provider, 0, Chats * 2, cancellationToken); // warms up, and every chat is known
        await SendAsync(provider, cancellationToken);

        var handled = await RateAsync(count, () => HandleAsync(provider, 1_000_000, count, cancellationToken));
        var payload = await LookAsync(provider, db => db.Set<BotOutgoing>().Where(x => x.Status == BotOutgoingStatus.Waiting).Select(x => x.Payload).FirstAsync(cancellationToken));
        var answered = await RateAsync(count, () => SendAsync(provider, cancellationToken));
        var left = await LookAsync(provider, db => db.Set<TelegramUpdate>().Where(x => x.Status != TelegramUpdateStatus.Handled).Select(x => x.LastError)
            .Concat(db.Set<BotOutgoing>().Where(x => x.Status != BotOutgoingStatus.Done).Select(x => x.LastError)).ToListAsync(cancellationToken));
        if (left.Count > 0)
        {
            throw new InvalidOperationException($"{left.Count} updates or answers were left: {string.Join(", ", left.Distinct())}");
        }

        var bare = new BareBotWrites(provider, places, payload);
        await bare.HandleAsync(2_000_000, Chats * 2, Chats, cancellationToken);
        await bare.SendAsync(2_000_000, Chats * 2, Chats, cancellationToken);
        var bareHandled = await RateAsync(count, () => bare.HandleAsync(3_000_000, count, Chats, cancellationToken));
        var bareAnswered = await RateAsync(count, () => bare.SendAsync(3_000_000, count, Chats, cancellationToken));
        return new Rates(handled, bareHandled, answered, bareAnswered);
    }

    private static async Task SeedAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(withDemo: false, cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
        var role = await db.Roles.SingleAsync(x => x.Name == StaffRoles.Seller, cancellationToken);
        for (var chat = 1; chat <= Chats; chat++)
        {
            var seller = new StaffMember(Guid.CreateVersion7(), $"seller{chat}", $"Продавец {chat}");
            seller.LinkTelegram(chat);
            db.AddRange(seller, new IdentityUserRole<Guid> { UserId = seller.Id, RoleId = role.Id });
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task HandleAsync(IServiceProvider provider, long firstId, int count, CancellationToken cancellationToken)
    {
        foreach (var ids in Enumerable.Range(0, count).Chunk(Batch))
        {
            await using var scope = provider.CreateAsyncScope();
            var updates = ids.Select(i => Update(firstId + i, i % Chats + 1, Texts[i / Chats % Texts.Length])).ToList();
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                token => scope.ServiceProvider.GetRequiredService<ITelegramUpdateQueue>().AddMissingAsync(updates, token), cancellationToken);
        }
        await using var worker = provider.CreateAsyncScope();
        await worker.ServiceProvider.GetRequiredService<TelegramUpdateWorker>().RunAsync(cancellationToken);
    }

    private static async Task SendAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotSendWorker>().RunAsync(cancellationToken);
    }

    private static TelegramUpdate Update(long id, long chat, string text) => new(
        id,
        chat,
        JsonSerializer.Serialize(new { update_id = id, message = new { message_id = id, from = new { id = chat, language_code = "ru" }, chat = new { id = chat, type = "private" }, text } }),
        DateTime.UtcNow);

    private static async Task<T> LookAsync<T>(IServiceProvider provider, Func<SaleAutoDbContext, Task<T>> look)
    {
        await using var scope = provider.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>());
    }

    // On a machine that others use, too, the processor time says more than the rate.
    private static async Task<string> RateAsync(int count, Func<Task> work)
    {
        var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        return string.Create(CultureInfo.InvariantCulture, $"{count / watch.Elapsed.TotalSeconds:F0} / {(Environment.CpuUsage.TotalTime - used).TotalMilliseconds / count:F2}");
    }

    private static void Print(string database, Rates rates) =>
        Console.WriteLine($"{database,-12}{rates.Handled,16}{rates.BareHandled,16}{rates.Answered,16}{rates.BareAnswered,16}");

    private sealed record Rates(string Handled, string BareHandled, string Answered, string BareAnswered);

    private sealed class ReadyTelegram : HttpMessageHandler
    {
        private static long _lastMessage;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = $$"""{ "ok": true, "result": { "message_id": {{Interlocked.Increment(ref _lastMessage)}} } }""";
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(body, null, "application/json") });
        }
    }

    private sealed class NoSignal : IWorkSignal
    {
        public void Raise<TWorker>()
            where TWorker : IDueWorker
        {
        }
    }
}
