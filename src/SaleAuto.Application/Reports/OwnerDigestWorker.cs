using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Deals;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Times;
using SaleAuto.Workers;

namespace SaleAuto.Reports;

/// <summary>Tells owners in the evening what the day brought, and in the first days of a month what the last one did; once, by whichever node. A program that was down in the evening catches up until midnight.</summary>
public sealed class OwnerDigestWorker(IServiceScopeFactory scopes) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OwnerDigest>().SendAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<OwnerMonthReport>().SendAsync(cancellationToken);
    }
}

/// <summary>Writes the digest of today.</summary>
internal sealed class OwnerDigest(
    IDayReportQuery report,
    IOwnerMoneyQuery money,
    OwnerAlerts alerts,
    OwnerNews owners,
    MessageWriter messages,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var local = TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, zone);
        var digestAt = local.Date + (await settings.GetAsync<NotificationSettings>(cancellationToken)).DigestAt.ToTimeSpan();
        if (local < digestAt)
        {
            return;
        }
        var effect = $"digest:{local:yyyyMMdd}";
        if (await owners.FindWaitingAsync(NotificationTopic.DayDigest, effect, cancellationToken) is not { Count: > 0 } waiting)
        {
            return;
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var button = await messages.LinkAsync("Owner.OpenReport", "/admin/owner?period=today", token);
                await messages.TellAsync(waiting, await WordAsync(digestAt, zone, token), effect, null, [button], token);
                return waiting.Count;
            },
            cancellationToken);
    }

    // A day goes from digest to digest: what comes late in the evening stands in the next one.
    private async Task<WordedText> WordAsync(DateTime digestAt, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var tomorrow = digestAt.Date.AddDays(1);
        var day = await report.GetAsync(zone.ToUtc(digestAt.AddDays(-1)), zone.ToUtc(digestAt), zone.ToUtc(tomorrow), zone.ToUtc(tomorrow.AddDays(1)), cancellationToken);
        return await messages.TextAsync(
            "Owner.Digest", cancellationToken,
            ("Today", digestAt),
            ("Buyouts", day.Buyouts),
            ("CallRequests", day.CallRequests),
            ("CallsLate", day.CallsLate),
            ("Bought", day.Bought),
            ("BoughtFor", Roubles.Of(day.BoughtFor)),
            ("Sold", day.Sold),
            ("SoldFor", Roubles.Of(day.SoldFor)),
            ("Rejected", day.Rejected),
            ("Tomorrow", day.Tomorrow),
            ("Profit", Roubles.Of(await ProfitAsync(digestAt, zone, cancellationToken))),
            ("Stock", Roubles.Of((await money.GetStockValuesAsync(Days(digestAt, digestAt), cancellationToken)).End)),
            ("Alerts", await WordAlertsAsync(cancellationToken)));
    }

    private Task<decimal> ProfitAsync(DateTime digestAt, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        money.GetProfitAsync(zone.ToUtc(digestAt.AddDays(-1)), zone.ToUtc(digestAt), Days(digestAt.AddDays(-1), digestAt), cancellationToken);

    private static ReportDays Days(DateTime first, DateTime last) => new(DateOnly.FromDateTime(first), DateOnly.FromDateTime(last));

    // Old cars are counted, not named: the list stands behind the button.
    private async Task<string> WordAlertsAsync(CancellationToken cancellationToken)
    {
        var found = await alerts.GetAsync(cancellationToken);
        var lines = new List<string>();
        var old = found.Count(x => x.Kind == OwnerAlertKind.OldCar);
        if (old > 0)
        {
            await AddAsync("Owner.AlertOldCars", ("OldCars", Display(Math.Max(old, found.Where(x => x.Kind == OwnerAlertKind.OldCars).Select(x => x.Number).DefaultIfEmpty().Max()))));
        }
        foreach (var alert in found)
        {
            await (alert.Kind switch
            {
                OwnerAlertKind.LargeAdvance => AddAsync("Owner.AlertAdvance", ("Seller", alert.Subject), ("Amount", Roubles.Of(alert.Number))),
                OwnerAlertKind.FailingSource => AddAsync("Owner.AlertSource", ("Source", alert.Subject)),
                OwnerAlertKind.FailedMessages => AddAsync("Owner.AlertMessages", ("FailedMessages", Display(alert.Number))),
                _ => Task.CompletedTask,
            });
        }
        return lines.Count == 0 ? await messages.PhraseAsync("Owner.AlertNone", cancellationToken) : string.Join('\n', lines);

        async Task AddAsync(string name, params (string Name, object Value)[] values) => lines.Add((await messages.TextAsync(name, cancellationToken, values)).Words);
    }

    private static string Display(decimal number) => number.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
