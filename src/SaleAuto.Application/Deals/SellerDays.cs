using SaleAuto.Settings;

namespace SaleAuto.Deals;

/// <summary>Reckons free times of sellers, and who suits best.</summary>
internal sealed class SellerDays(ISellerCalendarQuery calendar, MeetingTimes times, ISettingProvider settings, TimeProvider clock)
{
    public async Task<SellerDaysDto> GetAsync(SellerDayInput input, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync<DealSettings>(cancellationToken);
        var zone = await times.GetZoneAsync(input.TimeZone, cancellationToken);
        var date = input.Date!.Value;
        var minutes = input.Minutes ?? rules.Minutes;
        var opens = MeetingTimes.ToUtc(date, rules.DayStartsAt, zone);
        var closes = MeetingTimes.ToUtc(date, rules.DayEndsAt, zone);
        var wished = input.Time is { } time ? MeetingTimes.ToUtc(date, time, zone) : (DateTime?)null;
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await calendar.GetAsync(opens < wished ? opens : wished ?? opens, closes.AddMinutes(minutes), cancellationToken);
        var days = rows.Select(row => (Row: row, IsFree: wished is { } start ? IsFree(row, start, minutes) : (bool?)null));
        return new SellerDaysDto(date, zone.Id, minutes, rules.DayStartsAt, rules.DayEndsAt,
        [
            .. days.OrderByDescending(x => x.IsFree ?? true).ThenBy(x => x.Row.Busy.Count).ThenBy(x => x.Row.SellerName, StringComparer.CurrentCulture)
                .Select(x => new SellerDayDto(
                    x.Row.SellerId,
                    x.Row.SellerName,
                    x.IsFree,
                    [.. x.Row.Busy.Select(b => new BusyTimeDto(b.DealNumber, Local(b.StartsAt), Local(b.EndsAt)))],
                    [.. FreeTimes(x.Row, opens > now ? opens : now, closes, minutes).Select(f => new FreeTimeDto(Local(f.From), Local(f.To)))])),
        ]);

        TimeOnly Local(DateTime utc) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
    }

    private static bool IsFree(SellerCalendarRow row, DateTime start, int minutes) =>
        !row.Busy.Any(b => b.StartsAt < start.AddMinutes(minutes) && b.EndsAt > start);

    private static IEnumerable<(DateTime From, DateTime To)> FreeTimes(SellerCalendarRow row, DateTime from, DateTime to, int minutes)
    {
        foreach (var busy in row.Busy.OrderBy(b => b.StartsAt))
        {
            if (busy.StartsAt >= from.AddMinutes(minutes))
            {
                yield return (from, busy.StartsAt < to ? busy.StartsAt : to);
            }
            from = busy.EndsAt > from ? busy.EndsAt : from;
        }
        if (to >= from.AddMinutes(minutes))
        {
            yield return (from, to);
        }
    }
}
