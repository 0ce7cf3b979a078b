using System.ComponentModel.DataAnnotations;
using SaleAuto.Settings;
using SaleAuto.Times;

namespace SaleAuto.Calls;

/// <summary>When managers call. By default the clock always runs.</summary>
public sealed record WorkingHours : IRuledSettings
{
    /// <summary>Whether the clock runs day and night; the rest then does not matter.</summary>
    public bool AlwaysOpen { get; init; } = true;

    /// <summary>Start of a working day, local time of the company.</summary>
    public TimeOnly OpensAt { get; init; } = new(9, 0);

    /// <summary>End of a working day, local time; must be later than the start.</summary>
    public TimeOnly ClosesAt { get; init; } = new(21, 0);

    /// <summary>Days of the week without work.</summary>
    public IReadOnlyList<DayOfWeek> DaysOff { get; init; } = [];

    /// <summary>Single days without work.</summary>
    [MaxLength(366)]
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules()
    {
        if (!AlwaysOpen && ClosesAt <= OpensAt)
        {
            yield return nameof(ClosesAt);
        }
        if (DaysOff.Distinct().Count() == 7)
        {
            yield return nameof(DaysOff);
        }
    }

    /// <summary>The moment when the given working time has passed, UTC. Outside working hours the clock stands still.</summary>
    /// <param name="from">Start, UTC.</param>
    /// <param name="duration">Working time.</param>
    /// <param name="zone">Time zone of the company.</param>
    public DateTime Add(DateTime from, TimeSpan duration, TimeZoneInfo zone)
    {
        if (AlwaysOpen)
        {
            return from + duration;
        }
        var rest = duration;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(from, zone));
        for (var i = 0; i < 366; i++, day = day.AddDays(1))
        {
            if (DaysOff.Contains(day.DayOfWeek) || Holidays.Contains(day))
            {
                continue;
            }
            var opens = ToUtc(day, OpensAt, zone);
            var closes = ToUtc(day, ClosesAt, zone);
            var start = from > opens ? from : opens;
            if (start < closes && start + rest <= closes)
            {
                return start + rest;
            }
            if (start < closes)
            {
                rest -= closes - start;
            }
        }
        return from + duration; // a year without a working day: a mistake in the settings must not lose the call
    }

    /// <summary>The moment itself when calls are made then, or else the next opening, UTC.</summary>
    public DateTime NextOpen(DateTime at, TimeZoneInfo zone) => Add(at, TimeSpan.Zero, zone);

    private static DateTime ToUtc(DateOnly day, TimeOnly time, TimeZoneInfo zone) => zone.ToUtc(day.ToDateTime(time));
}
