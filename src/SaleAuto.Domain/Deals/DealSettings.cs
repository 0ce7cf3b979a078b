using System.ComponentModel.DataAnnotations;
using SaleAuto.Settings;

namespace SaleAuto.Deals;

/// <summary>When the company meets clients.</summary>
public sealed record DealSettings : IRuledSettings
{
    /// <summary>Earliest start of a meeting, local time of the place.</summary>
    public TimeOnly DayStartsAt { get; init; } = new(9, 0);

    /// <summary>Latest end of a meeting, local time of the place.</summary>
    public TimeOnly DayEndsAt { get; init; } = new(21, 0);

    /// <summary>How long a meeting takes, minutes.</summary>
    [Range(15, 12 * 60), Unit(SettingUnit.Minutes)]
    public int Minutes { get; init; } = 90;

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules() => DayEndsAt <= DayStartsAt ? [nameof(DayEndsAt)] : [];
}
