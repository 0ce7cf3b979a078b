using SaleAuto.Errors;
using SaleAuto.Settings;

namespace SaleAuto.Deals;

/// <summary>Reads meeting times by the clocks of the place.</summary>
internal sealed class MeetingTimes(ISettingProvider settings)
{
    /// <summary>The plan that an input describes.</summary>
    public async Task<MeetingPlan> ToPlanAsync(MeetingInput input, CancellationToken cancellationToken)
    {
        var zone = await GetZoneAsync(input.TimeZone, cancellationToken);
        return new MeetingPlan
        {
            StartsAt = ToUtc(input.Date!.Value, input.Time!.Value, zone),
            Minutes = input.Minutes ?? (await settings.GetAsync<DealSettings>(cancellationToken)).Minutes,
            TimeZone = zone.Id,
            Address = input.Address!.Trim(),
            Latitude = input.Latitude,
            Longitude = input.Longitude,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
        };
    }

    /// <summary>The named time zone, or the company's.</summary>
    /// <exception cref="InputValidationException">There is none of that name.</exception>
    public async Task<TimeZoneInfo> GetZoneAsync(string? name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name))
        {
            return await settings.GetTimeZoneAsync(cancellationToken);
        }
        return MeetingTimeZones.All.Contains(name)
            ? TimeZoneInfo.FindSystemTimeZoneById(name)
            : throw new InputValidationException(nameof(MeetingInput.TimeZone), SaleAutoErrorCodes.Deals.TimeZoneUnknown);
    }

    /// <summary>The moment, UTC.</summary>
    /// <exception cref="InputValidationException">A change of the clocks skips it.</exception>
    public static DateTime ToUtc(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        return zone.IsInvalidTime(local)
            ? throw new InputValidationException(nameof(MeetingInput.Time), SaleAutoErrorCodes.Deals.NoSuchLocalTime)
            : TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
