using System.Globalization;

namespace SaleAuto.LowCode;

/// <summary>The days that a dashboard shows, in the company's time zone.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">The day after the last.</param>
public readonly record struct DashboardRange(DateOnly From, DateOnly Until)
{
    private const int MostDaysByDay = 62;
    private const int MostDaysByWeek = 400;

    /// <summary>Longest range.</summary>
    public const int MaxDays = 366 * 5;

    /// <summary>Number of days.</summary>
    public int Days => Until.DayNumber - From.DayNumber;

    /// <summary>The range of the same length before this one.</summary>
    public DashboardRange Previous => new(From.AddDays(-Days), From);

    /// <summary>How long one part of a line is.</summary>
    public DashboardGrain Grain => Days <= MostDaysByDay ? DashboardGrain.Day : Days <= MostDaysByWeek ? DashboardGrain.Week : DashboardGrain.Month;

    /// <summary>Reads a period as it stands in the address; the last thirty days when it is none.</summary>
    public static DashboardRange Read(string? text, DateOnly today)
    {
        var read = Periods.Read(string.IsNullOrEmpty(text) ? "last30" : text, today) ?? Periods.Read("last30", today)!.Value;
        var range = new DashboardRange(read.From, read.Until);
        return range.Days > MaxDays ? range with { From = range.Until.AddDays(-MaxDays) } : range;
    }

    /// <summary>The period as filters of lists read it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{Until.AddDays(-1):yyyy-MM-dd}");

    /// <summary>First day of the part that a day belongs to, not before the range itself.</summary>
    public DateOnly StartOf(DateOnly day)
    {
        var start = Grain switch
        {
            DashboardGrain.Day => day,
            DashboardGrain.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => new DateOnly(day.Year, day.Month, 1),
        };
        return start < From ? From : start;
    }

    /// <summary>The parts of the range in order.</summary>
    public IEnumerable<DashboardRange> Parts()
    {
        for (var start = From; start < Until;)
        {
            var next = Grain switch
            {
                DashboardGrain.Day => start.AddDays(1),
                DashboardGrain.Week => start.AddDays(7 - (((int)start.DayOfWeek + 6) % 7)),
                _ => new DateOnly(start.Year, start.Month, 1).AddMonths(1),
            };
            yield return new DashboardRange(start, next < Until ? next : Until);
            start = next;
        }
    }
}

/// <summary>How long one part of a line is.</summary>
public enum DashboardGrain
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,
}
