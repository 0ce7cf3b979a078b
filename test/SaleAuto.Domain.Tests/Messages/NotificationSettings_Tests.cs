namespace SaleAuto.Messages;

public class NotificationSettings_Tests
{
    [Theory]
    [InlineData("22:00", "08:00", "20 21:59", null)]
    [InlineData("22:00", "08:00", "20 22:00", "21 08:00")] // over midnight: until the next morning
    [InlineData("22:00", "08:00", "21 00:00", "21 08:00")]
    [InlineData("22:00", "08:00", "21 07:59", "21 08:00")]
    [InlineData("22:00", "08:00", "21 08:00", null)]
    [InlineData("13:00", "15:00", "20 14:00", "20 15:00")] // within a day
    [InlineData("13:00", "15:00", "20 15:00", null)]
    [InlineData("22:00", "00:00", "20 23:00", "21 00:00")]
    [InlineData("22:00", "00:00", "21 00:00", null)]
    [InlineData("00:00", "06:00", "21 03:00", "21 06:00")]
    [InlineData("09:00", "09:00", "20 09:00", null)] // none at all
    public void Should_Know_When_Quiet_Hours_End(string from, string to, string at, string? end)
    {
        var settings = new NotificationSettings { QuietFrom = TimeOnly.Parse(from, null), QuietTo = TimeOnly.Parse(to, null) };

        settings.FindQuietEnd(Moment(at)).ShouldBe(end is null ? null : Moment(end));
    }

    [Theory]
    [InlineData("20:00", false)]
    [InlineData("23:00", true)]
    [InlineData("08:00", false)]
    public void Should_Not_Take_A_Digest_In_Quiet_Hours(string digestAt, bool isBroken) =>
        new NotificationSettings { DigestAt = TimeOnly.Parse(digestAt, null) }.FindBrokenRules().Any().ShouldBe(isBroken);

    private static DateTime Moment(string text) =>
        DateTime.ParseExact($"2026-11-{text}", "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
