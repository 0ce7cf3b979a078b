namespace SaleAuto.Settings;

/// <summary>The company's clocks.</summary>
public static class CompanyClock
{
    /// <summary>The company's time zone.</summary>
    public static async Task<TimeZoneInfo> GetTimeZoneAsync(this ISettingProvider settings, CancellationToken cancellationToken) =>
        TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<CompanySettings>(cancellationToken)).TimeZone);

    /// <summary>The company's day at that moment (UTC).</summary>
    public static async Task<DateOnly> ToCompanyDayAsync(this ISettingProvider settings, DateTime at, CancellationToken cancellationToken) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, await settings.GetTimeZoneAsync(cancellationToken)));
}
