namespace SaleAuto.Calls;

public class WorkingHours_Tests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"); // UTC+3
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static readonly WorkingHours Weekdays = new()
    {
        AlwaysOpen = false,
        DaysOff = [DayOfWeek.Saturday, DayOfWeek.Sunday],
        Holidays = [new DateOnly(2026, 11, 23)],
    };

    [Fact]
    public void Should_Run_The_Clock_Day_And_Night_By_Default() =>
        new WorkingHours().Add(Utc(22, 23, 58), FiveMinutes, Moscow).ShouldBe(Utc(23, 0, 3));

    [Theory]
    [InlineData("10:00", "10:05")] // within the day
    [InlineData("07:30", "09:05")] // before opening: from the opening on
    [InlineData("20:58", "next 09:03")] // two minutes today, three tomorrow
    [InlineData("21:00", "next 09:05")]
    [InlineData("23:00", "next 09:05")]
    public void Should_Stand_Still_Outside_Working_Hours(string asked, string due)
    {
        var thursday = new DateOnly(2026, 11, 19);
        var expectedDay = due.StartsWith("next ", StringComparison.Ordinal) ? thursday.AddDays(1) : thursday;

        Weekdays.Add(Local(thursday, asked), FiveMinutes, Moscow).ShouldBe(Local(expectedDay, due.Replace("next ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_Pass_Over_Days_Off_And_Holidays() =>
        Weekdays.Add(Local(new DateOnly(2026, 11, 20), "22:00"), FiveMinutes, Moscow)
            .ShouldBe(Local(new DateOnly(2026, 11, 24), "09:05")); // Friday evening; Monday is a holiday

    [Fact]
    public void Should_Not_Lose_The_Call_When_No_Day_Is_A_Working_Day() =>
        (Weekdays with { DaysOff = Enum.GetValues<DayOfWeek>() }).Add(Utc(20, 9, 0), FiveMinutes, Moscow).ShouldBe(Utc(20, 9, 5));

    private static DateTime Utc(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, DateTimeKind.Utc);

    private static DateTime Local(DateOnly day, string time) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), Moscow);
}
