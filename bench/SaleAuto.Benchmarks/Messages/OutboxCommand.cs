using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Messages;
using SaleAuto.Repositories;

namespace SaleAuto.Benchmarks;

/// <summary>How fast the outbox empties, beside a bare loop over the same channel: the difference is what claims, leases and marks cost or parallel sending gains.</summary>
internal sealed class OutboxCommand : IBenchmarkCommand
{
    private const int Recipients = 500;

    public string Name => "outbox";

    public string Arguments => "[MESSAGES [POSTGRESQL_CONNECTION_STRING]]";

    public string Summary => "Messages a second out of the outbox on SQLite and, on a database of its own, on PostgreSQL; with a channel that answers at once and one that takes 20 ms.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 2000;
        Console.WriteLine($"{count} messages to {Recipients} recipients, messages a second");
        Console.WriteLine($"{"channel",-10}{"bare loop",12}{"SQLite",12}{"PostgreSQL",12}");
        foreach (var delay in new[] { TimeSpan.Zero, TimeSpan.FromMilliseconds(20) })
        {
            var channel = new TimedChannel(delay);
            var bare = await MeasureAsync(count, () => LoopAsync(channel, count, cancellationToken));
            var sqlite = await BenchmarkDatabase.OnSqliteAsync(
                services => AddServices(services, channel), provider => DrainAsync(provider, channel, count, cancellationToken), cancellationToken);
            double? postgreSql = arguments.Count < 2 ? null : await BenchmarkDatabase.OnPostgreSqlAsync(
                arguments[1], services => AddServices(services, channel), provider => DrainAsync(provider, channel, count, cancellationToken), cancellationToken);
            Console.WriteLine($"{delay.TotalMilliseconds + " ms",-10}{bare,12:F0}{sqlite,12:F0}{postgreSql?.ToString("F0", CultureInfo.InvariantCulture) ?? "-",12}");
        }
        return 0;
    }

    private static void AddServices(IServiceCollection services, TimedChannel channel)
    {
        services.AddOutboxDispatcher(new ConfigurationBuilder().Build());
        services.AddSingleton<IMessageSender>(channel);
    }

    private static async Task<double> DrainAsync(IServiceProvider provider, TimedChannel channel, int count, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        await WriteAsync(scope.ServiceProvider, count, cancellationToken);
        channel.Taken = 0;
        var rate = await MeasureAsync(count, () => scope.ServiceProvider.GetRequiredService<OutboxWorker>().RunAsync(cancellationToken));
        return channel.Taken == count ? rate : throw new InvalidOperationException($"{channel.Taken} of {count} messages were sent");
    }

    private static Task<int> WriteAsync(IServiceProvider scope, int count, CancellationToken cancellationToken) => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
        async token =>
        {
            var db = scope.GetRequiredService<SaleAutoDbContext>();
            var bodies = scope.GetRequiredService<MessageBodies>();
            var start = DateTime.UtcNow;
            await db.AddRangeAsync(
                Enumerable.Range(0, count).Select(i =>
                {
                    var draft = new MessageDraft { Channel = MessageChannel.Sms, Recipient = $"+7916{i % Recipients:D7}", Text = $"Сообщение {i}", DeduplicationKey = $"bench:{i}" };
                    return new OutgoingMessage(Guid.CreateVersion7(), draft, bodies.Write(draft), start.AddMicroseconds(i), start);
                }),
                token);
            return count;
        },
        cancellationToken);

    private static async Task LoopAsync(TimedChannel channel, int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            await channel.SendAsync(new MessageToSend(Guid.CreateVersion7(), "+79160000000", "Сообщение", []), cancellationToken);
        }
    }

    private static async Task<double> MeasureAsync(int count, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return count / watch.Elapsed.TotalSeconds;
    }

    private sealed class TimedChannel(TimeSpan delay) : IMessageSender
    {
        private int _taken;

        public int Taken
        {
            get => _taken;
            set => _taken = value;
        }

        public MessageChannel Channel => MessageChannel.Sms;

        public async Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken)
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, cancellationToken);
            }
            Interlocked.Increment(ref _taken);
            return SendResult.Sent(null);
        }
    }
}
