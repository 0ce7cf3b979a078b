using System.Globalization;
using SaleAuto.Times;

namespace SaleAuto.LowCode;

/// <summary>Periods of days, by name or from day to day.</summary>
public static class Periods
{
    /// <summary>Names that a period filter takes beside <c>2026-11-01..2026-11-30</c>; either end may be left open.</summary>
    public static readonly IReadOnlyList<string> Names = ["today", "yesterday", "tomorrow", "week", "month", "year", "last7", "last30", "last90"];

    /// <summary>First day and the day after the last, or null when the text is no period.</summary>
    public static (DateOnly From, DateOnly Until)? Read(string text, DateOnly today) => text switch
    {
        "today" => (today, today.AddDays(1)),
        "yesterday" => (today.AddDays(-1), today),
        "tomorrow" => (today.AddDays(1), today.AddDays(2)),
        "week" => Week(today),
        "month" => (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(1)),
        "year" => (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 1, 1)),
        "last7" => (today.AddDays(-6), today.AddDays(1)),
        "last30" => (today.AddDays(-29), today.AddDays(1)),
        "last90" => (today.AddDays(-89), today.AddDays(1)),
        _ => ReadRange(text),
    };

    /// <summary>The moment at which a day begins in a zone, UTC. A midnight that a clock change skips is the first moment after it.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => zone.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private static (DateOnly From, DateOnly Until) Week(DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(7));
    }

    private static (DateOnly From, DateOnly Until)? ReadRange(string text)
    {
        var parts = text.Split("..");
        if (parts.Length != 2 || !TryDay(parts[0], new DateOnly(1900, 1, 1), out var from) || !TryDay(parts[1], new DateOnly(2199, 12, 31), out var to) || from > to)
        {
            return null;
        }
        return (from, to.AddDays(1));
    }

    private static bool TryDay(string text, DateOnly open, out DateOnly day)
    {
        day = open;
        return text.Length == 0 || (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2199);
    }
}
