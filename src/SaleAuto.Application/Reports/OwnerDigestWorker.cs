using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Deals;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Times;
using SaleAuto.Workers;

namespace SaleAuto.Reports;

/// <summary>Tells owners in the evening what the day brought; once a day, by whichever node. A program that was down then catches up until midnight.</summary>
public sealed class OwnerDigestWorker(IServiceScopeFactory scopes) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OwnerDigest>().SendAsync(cancellationToken);
    }
}

/// <summary>Writes the digest of today.</summary>
internal sealed class OwnerDigest(
    IDayReportQuery report,
    IStaffDirectory staff,
    IOutgoingMessageRepository sent,
    MessageWriter messages,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<CompanySettings>(cancellationToken)).TimeZone);
        var local = TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, zone);
        var digestAt = local.Date + (await settings.GetAsync<NotificationSettings>(cancellationToken)).DigestAt.ToTimeSpan();
        if (local < digestAt)
        {
            return;
        }
        var effect = $"digest:{local:yyyyMMdd}";
        var owners = await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken);
        var told = await sent.GetUsedKeysAsync([.. owners.Select(x => $"{effect}:{x.Id}")], cancellationToken);
        if (owners.Where(x => x.Hears(NotificationTopic.DayDigest) && !told.Contains($"{effect}:{x.Id}")).ToList() is not { Count: > 0 } waiting)
        {
            return;
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var button = await messages.LinkAsync("Owner.OpenReport", "/admin/reports/sales", token);
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
            ("Tomorrow", day.Tomorrow));
    }
}
