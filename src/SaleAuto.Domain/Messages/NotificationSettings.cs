using SaleAuto.Settings;

namespace SaleAuto.Messages;

/// <summary>When messages may disturb people, by the clocks of the company.</summary>
public sealed record NotificationSettings : IRuledSettings
{
    /// <summary>Since when only what cannot wait is sent.</summary>
    [Section("QuietHours")]
    public TimeOnly QuietFrom { get; init; } = new(22, 0);

    /// <summary>When the rest follows; the same time as the beginning means that there are no quiet hours.</summary>
    [Section("QuietHours")]
    public TimeOnly QuietTo { get; init; } = new(8, 0);

    /// <summary>When owners get what the day brought.</summary>
    [Section("Digest")]
    public TimeOnly DigestAt { get; init; } = new(20, 0);

    /// <summary>When the quiet hours end that hold at a moment, both by the clocks of the company; null when none hold.</summary>
    public DateTime? FindQuietEnd(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (QuietFrom == QuietTo || !time.IsBetween(QuietFrom, QuietTo)) // the end is not a part of them; they may reach over midnight
        {
            return null;
        }
        var day = time < QuietTo ? local.Date : local.Date.AddDays(1);
        return day + QuietTo.ToTimeSpan();
    }

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules()
    {
        if (FindQuietEnd(DateTime.UnixEpoch + DigestAt.ToTimeSpan()) is not null)
        {
            yield return nameof(DigestAt);
        }
    }
}
