using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>An outbox over a real database, with channels that answer as the test says and keep what they were given.</summary>
public sealed class OutboxWorld : IAsyncDisposable
{
    private readonly ConcurrentQueue<MessageToSend> _given = new();

    public OutboxWorld(TestDatabase database, Func<MessageToSend, SendResult>? answer = null, int maxAttempts = 10)
    {
        Answer = answer ?? (message => SendResult.Sent($"SM-{message.Id:N}"));
        var settings = new Dictionary<string, string?> { ["Outbox:MaxAttempts"] = maxAttempts.ToString(CultureInfo.InvariantCulture) };
        App = new TestApplication(database, services =>
        {
            services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
            services.AddOutboxDispatcher(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            services.AddSingleton<IMessageSender>(new Channel(MessageChannel.Sms, this));
            services.AddSingleton<IMessageSender>(new Channel(MessageChannel.Telegram, this));
        });
    }

    public TestApplication App { get; }

    public Func<MessageToSend, SendResult> Answer { get; set; }

    /// <summary>Texts in the order in which the channels got them.</summary>
    public IReadOnlyList<string> Texts => [.. _given.Select(m => m.Text)];

    public IReadOnlyList<MessageToSend> Given => [.. _given];

    /// <summary>Forgets what earlier tests left in the class's database.</summary>
    public async Task<OutboxWorld> EmptyAsync()
    {
        await App.InDatabaseAsync(db => db.Set<OutgoingMessage>().ExecuteDeleteAsync());
        return this;
    }

    /// <summary>Writes messages in one transaction.</summary>
    public Task WriteAsync(params MessageDraft[] drafts) => App.RunAsync<IServiceProvider>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
        async token =>
        {
            foreach (var draft in drafts)
            {
                await scope.GetRequiredService<IMessageOutbox>().AddAsync(draft, token);
            }
            return drafts.Length;
        },
        default));

    /// <summary>One round of the dispatcher.</summary>
    public Task DispatchAsync() => App.RunAsync<OutboxWorker>(worker => worker.RunAsync(default));

    public Task<OutgoingMessage> FindAsync(string key) =>
        App.InDatabaseAsync(db => db.Set<OutgoingMessage>().AsNoTracking().SingleAsync(m => m.DeduplicationKey == key));

    public static MessageDraft Draft(string text, string recipient = "+79160000001", MessagePriority priority = MessagePriority.Normal) => new()
    {
        Channel = MessageChannel.Sms,
        Recipient = recipient,
        Text = text,
        Priority = priority,
        DeduplicationKey = text,
    };

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private sealed class Channel(MessageChannel channel, OutboxWorld world) : IMessageSender
    {
        MessageChannel IMessageSender.Channel => channel;

        public async Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken)
        {
            await Task.Yield();
            world._given.Enqueue(message);
            return world.Answer(message);
        }
    }
}
