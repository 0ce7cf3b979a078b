using SaleAuto.Accounting;
using SaleAuto.Settings;

namespace SaleAuto.Reports;

/// <summary>What calls for the owner now: on the first page, and in the evening's message.</summary>
internal sealed class OwnerAlerts(IOwnerMoneyQuery money, IOwnerWorkQuery work, ISettingProvider settings, TimeProvider clock)
{
    private const int DaysOfMessages = 7;

    public async Task<IReadOnlyList<OwnerAlertDto>> GetAsync(CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync<AccountingSettings>(cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var boughtBefore = new ReportDays(today.AddDays(-rules.StockAlarmDays), today).Moments(zone).From;
        var alarms = await work.GetAlarmsAsync(boughtBefore, now.AddDays(-DaysOfMessages), cancellationToken);
        var advances = (await money.GetCashAsync(today, today, cancellationToken)).Where(x => x.Account == LedgerAccount.Advance && x.Amount > rules.AdvanceAlarm);
        return
        [
            .. advances.Select(x => new OwnerAlertDto(OwnerAlertKind.LargeAdvance, x.Name, x.OwnerId, x.Amount)),
            .. alarms.OldestCars.Select(x => new OwnerAlertDto(OwnerAlertKind.OldCar, $"{x.Number} {x.Title}", x.Id, today.DayNumber - DayOf(x.BoughtAt).DayNumber)),
            .. alarms.OldCars > alarms.OldestCars.Count ? [new OwnerAlertDto(OwnerAlertKind.OldCars, "", null, alarms.OldCars)] : Array.Empty<OwnerAlertDto>(),
            .. alarms.FailingSources.Select(x => new OwnerAlertDto(OwnerAlertKind.FailingSource, x, null, 0)),
            .. alarms.FailedMessages > 0 ? [new OwnerAlertDto(OwnerAlertKind.FailedMessages, "", null, alarms.FailedMessages)] : Array.Empty<OwnerAlertDto>(),
        ];

        DateOnly DayOf(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));
    }
}
