using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Bot;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Demo;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Users;

namespace SaleAuto.Telegram;

/// <summary>Two managers at their chats, and a client who waits to be called.</summary>
public abstract class ManagerChats(TestDatabase database) : IAsyncLifetime
{
    private static int _clients = 3000;

    private protected BotWorld World { get; } = new(database, services => services
        .AddOutboxDispatcher(new ConfigurationBuilder().Build()).AddScoped<OutboxWorker>().AddScoped<RequestEntry>());

    private protected BotChatUser Manager => World.User(1001);

    private protected BotChatUser Colleague => World.User(1002);

    private protected BotChatUser Seller => World.User(2001);

    private protected Lead Lead { get; private set; } = null!;

    private protected CallTask Call { get; private set; } = null!;

    private protected string Phone => Lead.Phone;

    public async Task InitializeAsync()
    {
        await World.TakeDemoAsync();
        await EndEarlierCallsAsync();
        Lead = await EnterAsync();
        Call = await CallOfAsync(Lead.Id);
        Manager.Send("/cancel");
        Colleague.Send("/cancel");
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    private protected static (PhoneNumber Phone, string Plate) NewClient()
    {
        var number = Interlocked.Increment(ref _clients);
        return (PhoneNumber.Parse($"+7926{number:0000000}"), $"А{(number % 900) + 100}ВС{(number % 70) + 101}");
    }

    private protected async Task<Lead> EnterAsync(PhoneNumber? phone = null, string name = "Анна")
    {
        var client = NewClient();
        return await LeadAsync(await World.App.RunAsync((RequestEntry entry) => entry.EnterAsync(phone ?? client.Phone, client.Plate, name)));
    }

    /// <summary>Opens the call as a button of the queue would.</summary>
    private protected string Open(BotChatUser user, CallTask? call = null)
    {
        user.Send("/menu");
        return Act(user, BotActionNames.OpenCall, (call ?? Call).Id);
    }

    private protected string Act(BotChatUser user, string action, Guid? id = null, string? argument = null) =>
        user.Take(user.PressData(World.App.Services.GetRequiredService<ICallbackSigner>().Sign(user.ChatId, new BotAction(action, id, argument)), user.Last));

    private protected void Take(BotChatUser user, CallTask? call = null)
    {
        Open(user, call);
        user.Press("☎ Взять звонок").ShouldContain("☎ Звонок у вас");
    }

    /// <summary>Sends what the program has to tell.</summary>
    private protected Task TellAsync() => World.App.RunAsync((OutboxWorker worker) => worker.RunAsync(default));

    /// <summary>Presses a button of an earlier message.</summary>
    /// <returns>What stands in its place then.</returns>
    private protected ShownMessage PressOf(BotChatUser user, string caption, ShownMessage message)
    {
        user.Press(caption, message);
        return World.Telegram.Chat(user.ChatId).Single(shown => shown.Id == message.Id);
    }

    /// <summary>The last message of a chat with these words.</summary>
    private protected ShownMessage Told(BotChatUser user, string words) =>
        World.Telegram.Chat(user.ChatId).Last(message => message.Text.Contains(words, StringComparison.Ordinal));

    private protected Task<T> AsAsync<TService, T>(string userName, Func<TService, Task<T>> work)
        where TService : notnull => World.App.RunAsync(async (IServiceProvider services) =>
    {
        using (services.GetRequiredService<IUserSwitch>().ActAs(DemoStaff.IdOf(userName)))
        {
            return await work(services.GetRequiredService<TService>());
        }
    });

    private protected Task AsAsync<TService>(string userName, Func<TService, Task> work)
        where TService : notnull => AsAsync(userName, async (TService service) =>
    {
        await work(service);
        return true;
    });

    // The queue holds what the test itself puts there.
    private Task EndEarlierCallsAsync() => World.App.InDatabaseAsync(async db =>
    {
        foreach (var call in await db.Set<CallTask>().Where(x => x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress).ToListAsync())
        {
            call.Cancel(World.App.Clock.Now);
        }
        return await db.SaveChangesAsync();
    });

    private protected Task<Lead> LeadAsync(Guid id) => World.App.InDatabaseAsync(db => db.Set<Lead>().SingleAsync(x => x.Id == id));

    private protected Task<CallTask> CallOfAsync(Guid leadId) => World.App.InDatabaseAsync(db =>
        db.Set<CallTask>().SingleAsync(x => x.LeadId == leadId && (x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress)));

    private protected Task<List<CallAttempt>> AttemptsAsync() => World.App.InDatabaseAsync(db => db.Set<CallAttempt>().Where(x => x.LeadId == Lead.Id).ToListAsync());

    private protected static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => ManagerTexts.NameOf(value);
}
