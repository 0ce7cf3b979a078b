using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Repositories;
using SaleAuto.Workers;

namespace SaleAuto.Benchmarks.Leads;

/// <summary>How long a client's request takes until its call task is committed, beside the commit of one bare row in the same run: the limit that the database sets.</summary>
internal sealed class LeadCommand : IBenchmarkCommand
{
    public string Name => "lead";

    public string Arguments => "[REQUESTS [POSTGRESQL_CONNECTION_STRING]]";

    public string Summary => "Milliseconds from the submitted form, and from the right code, to the committed call task; beside the commit of one bare row.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 500;
        Console.WriteLine($"{count} requests one after the other, milliseconds: median / 95 %");
        Print("SQLite", await BenchmarkDatabase.OnSqliteAsync(AddServices, provider => MeasureAsync(provider, count, cancellationToken), cancellationToken));
        if (arguments.Count > 1)
        {
            Print("PostgreSQL", await BenchmarkDatabase.OnPostgreSqlAsync(arguments[1], AddServices, provider => MeasureAsync(provider, count, cancellationToken), cancellationToken));
        }
        return 0;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSaleAutoApplication();
        services.AddSingleton<IWorkSignal, NoSignal>();
        services.Configure<PublicAddress>(address => address.PublicUrl = "https://saleauto.example");
    }

    private static async Task<Timings> MeasureAsync(IServiceProvider provider, int count, CancellationToken cancellationToken)
    {
        var timings = new Timings([], [], []);
        for (var i = -20; i < count; i++) // the first twenty warm up
        {
            var phone = PhoneNumber.Parse($"+7916{i + 1000:D7}");
            var bare = await TimeAsync(() => WriteBareRowAsync(provider, phone, cancellationToken));
            var started = Stopwatch.GetTimestamp();
            var lead = await SubmitAsync(provider, phone, cancellationToken);
            var confirmed = await TimeAsync(() => ConfirmAsync(provider, phone, lead, cancellationToken));
            if (i >= 0)
            {
                timings.BareRow.Add(bare);
                timings.FromCode.Add(confirmed);
                timings.FromForm.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
        await using var scope = provider.CreateAsyncScope();
        var calls = await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<CallTask>().CountAsync(cancellationToken);
        return calls == count + 20 ? timings : throw new InvalidOperationException($"{calls} call tasks of {count + 20} were written");
    }

    private static async Task<Guid> SubmitAsync(IServiceProvider provider, PhoneNumber phone, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        var input = new CreateLeadInput { Plate = "А123ВС77", Name = "Иван", Phone = phone.Value, Consents = [ConsentKind.PersonalData] };
        return (await scope.ServiceProvider.GetRequiredService<IClientLeadAppService>().CreateAsync(input, cancellationToken)).Id;
    }

    private static async Task ConfirmAsync(IServiceProvider provider, PhoneNumber phone, Guid lead, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<ClientManager>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                var client = await clients.GetOrCreateAsync(phone, null, token);
                client.ConfirmPhone(lead, DateTime.UtcNow);
                return client.Id;
            },
            cancellationToken);
    }

    private static async Task WriteBareRowAsync(IServiceProvider provider, PhoneNumber phone, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "NumberCounters" ("Series", "Value") VALUES ({"bench:" + phone.Value}, 1)""", cancellationToken);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(string database, Timings timings) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{database,-12} bare row {Show(timings.BareRow)}   code to call task {Show(timings.FromCode)}   form to call task {Show(timings.FromForm)}"));

    private static string Show(List<double> values)
    {
        values.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{values[values.Count / 2]:F1} / {values[values.Count * 95 / 100]:F1}");
    }

    private sealed record Timings(List<double> BareRow, List<double> FromCode, List<double> FromForm);

    private sealed class NoSignal : IWorkSignal
    {
        public void Raise<TWorker>()
            where TWorker : IDueWorker
        {
        }
    }
}
