using System.Globalization;
using SaleAuto.Settings;
using SaleAuto.Times;

namespace SaleAuto.Bot;

/// <summary>Moments by the clocks of the company or of a place, as people read and write them.</summary>
internal sealed class BotClock(ISettingProvider settings, TimeProvider clock)
{
    private const int HalfAYear = 183;

    private static readonly string[] DayFormats = ["d.M.yy", "d.M.yyyy"];
    private static readonly string[] TimeFormats = ["H:mm", "H.mm", "H-mm", "H mm", "%H"];

    /// <summary>Now.</summary>
    /// <param name="zone">IANA name of the place's zone; null is the company's.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DateTime> NowAsync(string? zone, CancellationToken cancellationToken) =>
        TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, await FindZoneAsync(zone, cancellationToken));

    /// <summary>Now, by the clocks of the company.</summary>
    public Task<DateTime> NowAsync(CancellationToken cancellationToken) => NowAsync(null, cancellationToken);

    /// <summary>A moment of the database, by the clocks of the company.</summary>
    public async Task<DateTime> ToLocalAsync(DateTime utc, CancellationToken cancellationToken) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), await FindZoneAsync(null, cancellationToken));

    /// <summary>A moment that somebody named by the clocks of the company.</summary>
    public async Task<DateTime> ToUtcAsync(DateTime local, CancellationToken cancellationToken) => (await FindZoneAsync(null, cancellationToken)).ToUtc(local);

    /// <summary>The moment in words: today only the time.</summary>
    public async Task<string> TellAsync(DateTime utc, CancellationToken cancellationToken)
    {
        var (local, now) = (await ToLocalAsync(utc, cancellationToken), await NowAsync(cancellationToken));
        return local.ToString(local.Date == now.Date ? "HH:mm" : "dd.MM HH:mm", CultureInfo.CurrentCulture);
    }

    /// <summary>The time between two moments in words, rounded up: nobody is told of no minutes.</summary>
    public static string TellSpan(DateTime one, DateTime other)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((one - other).Duration().TotalMinutes));
        return minutes switch
        {
            < 60 => ManagerTexts.Get("Span.Minutes", minutes),
            < 24 * 60 => ManagerTexts.Get("Span.Hours", minutes / 60, minutes % 60),
            _ => ManagerTexts.Get("Span.Days", minutes / (24 * 60), minutes / 60 % 24),
        };
    }

    /// <summary>Reads "25.11" or "25.11.2026"; without a year the nearest such day is meant, be it past.</summary>
    public static DateOnly? FindDay(string? text, DateOnly today)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Count(sign => sign == '.') == 1) // the year is tried, so that 29.02 is a day only where there is one
        {
            return FindExactDay($"{typed}.{today.Year}") is { } day && day > today.AddDays(-HalfAYear) ? day : FindExactDay($"{typed}.{today.Year + 1}");
        }
        return FindExactDay(typed);
    }

    /// <summary>Reads "28.12" or "28.12.2026"; without a year the last such day is meant.</summary>
    public static DateOnly? FindPastDay(string? text, DateOnly today)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Count(sign => sign == '.') == 1)
        {
            return FindExactDay($"{typed}.{today.Year}") is { } day && day <= today ? day : FindExactDay($"{typed}.{today.Year - 1}");
        }
        return FindExactDay(typed);
    }

    /// <summary>Reads "14:30", "14.30", "14 30" or "14".</summary>
    public static TimeOnly? FindTime(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Reads a day with a time, or a time of today.</summary>
    public static DateTime? FindMoment(string? text, DateTime now)
    {
        var words = (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var today = DateOnly.FromDateTime(now);
        return words switch
        {
            [var day, .. var time] when time.Length > 0 && FindDay(day, today) is { } date && FindTime(string.Join(' ', time)) is { } at => date.ToDateTime(at),
            [var time] when FindTime(time) is { } at && time.Contains(':') => today.ToDateTime(at),
            _ => null,
        };
    }

    private static DateOnly? FindExactDay(string text) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task<TimeZoneInfo> FindZoneAsync(string? zone, CancellationToken cancellationToken) =>
        zone is null ? await settings.GetTimeZoneAsync(cancellationToken) : TimeZoneInfo.FindSystemTimeZoneById(zone);
}
