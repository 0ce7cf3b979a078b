namespace SaleAuto.Reports;

/// <summary>Days of the company's time zone that figures are asked for, both included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct ReportDays(DateOnly From, DateOnly To)
{
    /// <summary>Most days that a report spans: ten years.</summary>
    public const int Most = 3660;

    /// <summary>How many days these are.</summary>
    public int Count => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days, right before these.</summary>
    public ReportDays Previous => new(From.AddDays(-Count), From.AddDays(-1));

    /// <summary>The moments at which the first day begins and the last one ends in that zone, UTC.</summary>
    public (DateTime From, DateTime Until) Moments(TimeZoneInfo zone) => (StartOf(From, zone), StartOf(To.AddDays(1), zone));

    private static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }
}
