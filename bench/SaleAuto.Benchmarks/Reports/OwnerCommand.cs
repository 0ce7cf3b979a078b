using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Reports;
using SaleAuto.Workers;

namespace SaleAuto.Benchmarks.Reports;

/// <summary>How long the figures of the owners' page and the reports on money take over five years of trade.</summary>
internal sealed class OwnerCommand : IBenchmarkCommand
{
    private const int Rounds = 5;

    public string Name => "owner";

    public string Arguments => "[CARS [POSTGRESQL_CONNECTION_STRING]]";

    public string Summary => "Milliseconds of each figure of the owners' page and of each report on money, ten entries of the books for each car; medians.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var cars = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        await BenchmarkDatabase.OnSqliteAsync(AddServices, provider => MeasureAsync("SQLite", provider, cars, cancellationToken), cancellationToken);
        if (arguments.Count > 1)
        {
            await BenchmarkDatabase.OnPostgreSqlAsync(arguments[1], AddServices, provider => MeasureAsync("PostgreSQL", provider, cars, cancellationToken), cancellationToken);
        }
        return 0;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSaleAutoApplication();
        services.AddSingleton<IWorkSignal, NoSignal>();
    }

    private static async Task<bool> MeasureAsync(string database, IServiceProvider provider, int cars, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
            await BooksOfYears.WriteAsync(db, cars, cancellationToken);
            var entries = await db.Set<LedgerEntry>().CountAsync(cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: {cars} deals, {entries} entries, written in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s; milliseconds for 30 days / a year"));
        }
        started = Stopwatch.GetTimestamp();
        await provider.GetRequiredService<CarryForward>().CarryAsync(BooksOfYears.LastDay, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"balances carried forward in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s"));
        double month = 0, year = 0;
        foreach (var (name, read) in Parts(cancellationToken))
        {
            var (short30, long365) = (await TimeAsync(provider, read, 30), await TimeAsync(provider, read, 365));
            (month, year) = (month + short30, year + long365);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-22} {short30,8:F0} {long365,8:F0}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"the page, one by one",-22} {month,8:F0} {year,8:F0}"));
        var balance = await TimeAsync(provider, (services, _) => services.GetRequiredService<ILedgerRepository>().GetBalanceAsync(LedgerAccountRef.CashPlace(CashPlace.SafeId), cancellationToken), 30);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"balance of the safe",-22} {balance,8:F0}"));
        await using var reports = provider.CreateAsyncScope();
        foreach (var name in reports.ServiceProvider.GetServices<IMoneyReport>().OrderBy(x => x.Order).Select(x => x.Name))
        {
            var read = (IServiceProvider services, ReportDays days) => services.GetServices<IMoneyReport>().Single(x => x.Name == name)
                .ReadAsync(new ReportFilter(days, TimeZoneInfo.Utc), MoneyReportConsts.MaxShown, cancellationToken) as Task;
            var (short30, long365) = (await TimeAsync(provider, read, 30), await TimeAsync(provider, read, 365));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  report {name,-15} {short30,8:F0} {long365,8:F0}"));
        }
        return true;
    }

    private static IEnumerable<(string Name, Func<IServiceProvider, ReportDays, Task> Read)> Parts(CancellationToken token)
    {
        yield return ("sales", (services, days) => services.GetRequiredService<IOwnerMoneyQuery>().GetSalesAsync(days, token));
        yield return ("stock values", (services, days) => services.GetRequiredService<IOwnerMoneyQuery>().GetStockValuesAsync(days, token));
        yield return ("days in stock", (services, days) => services.GetRequiredService<IOwnerWorkQuery>().GetStaysAsync(days.Previous.Moments(TimeZoneInfo.Utc).From, days.Moments(TimeZoneInfo.Utc).Until, token));
        yield return ("bought", (services, days) => services.GetRequiredService<IOwnerWorkQuery>().CountBoughtAsync(days.Moments(TimeZoneInfo.Utc).From, days.Moments(TimeZoneInfo.Utc).Until, token));
        yield return ("twelve months", (services, days) => services.GetRequiredService<IOwnerMoneyQuery>().GetMonthsAsync(days with { From = days.To.AddYears(-1) }, token));
        yield return ("ages of the stock", (services, days) => services.GetRequiredService<IOwnerMoneyQuery>().GetStockAgesAsync(days.To, [.. new[] { 30, 60, 90 }.Select(x => DateTime.UtcNow.AddDays(-x))], token));
        yield return ("cash", (services, days) => services.GetRequiredService<IOwnerMoneyQuery>().GetCashAsync(days.To, days.From, token));
        yield return ("costs", (services, days) => services.GetRequiredService<IOwnerMoneyQuery>().GetCostsAsync(days, token));
        yield return ("promise", (services, days) => services.GetRequiredService<IOwnerWorkQuery>().GetPromisesAsync(days.Moments(TimeZoneInfo.Utc).From, days.Moments(TimeZoneInfo.Utc).Until, token));
        yield return ("sources", (services, days) => services.GetRequiredService<IOwnerWorkQuery>().GetWaysAsync(days, TimeZoneInfo.Utc, token));
        yield return ("sources, days before", (services, days) => services.GetRequiredService<IOwnerWorkQuery>().GetWaysAsync(days.Previous, TimeZoneInfo.Utc, token));
        yield return ("offers", (services, days) => services.GetRequiredService<IOfferReportQuery>().GetAsync(days.Moments(TimeZoneInfo.Utc).From, days.Moments(TimeZoneInfo.Utc).Until, token));
        yield return ("accuracy", (services, days) => services.GetRequiredService<IOwnerWorkQuery>().GetValuationErrorsAsync(days.Moments(TimeZoneInfo.Utc).From, days.Moments(TimeZoneInfo.Utc).Until, token));
        yield return ("alerts", (services, _) => services.GetRequiredService<IOwnerWorkQuery>().GetAlarmsAsync(DateTime.UtcNow.AddDays(-45), DateTime.UtcNow.AddDays(-7), token));
    }

    private static async Task<double> TimeAsync(IServiceProvider provider, Func<IServiceProvider, ReportDays, Task> read, int days)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++) // the first warms up
        {
            await using var scope = provider.CreateAsyncScope();
            var started = Stopwatch.GetTimestamp();
            await read(scope.ServiceProvider, new ReportDays(BooksOfYears.LastDay.AddDays(1 - days), BooksOfYears.LastDay));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Skip(1).Order().ElementAt(Rounds / 2);
    }

    private sealed class NoSignal : IWorkSignal
    {
        public void Raise<TWorker>()
            where TWorker : IDueWorker
        {
        }
    }
}
