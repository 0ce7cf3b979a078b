using System.ComponentModel.DataAnnotations;
using SaleAuto.Settings;

namespace SaleAuto.Deals;

/// <summary>When the company meets clients, how it looks after these meetings, and what its sellers decide alone.</summary>
public sealed record DealSettings : IRuledSettings
{
    /// <summary>Earliest start of a meeting, local time of the place.</summary>
    [Section("Hours")]
    public TimeOnly DayStartsAt { get; init; } = new(9, 0);

    /// <summary>Latest end of a meeting, local time of the place.</summary>
    [Section("Hours")]
    public TimeOnly DayEndsAt { get; init; } = new(21, 0);

    /// <summary>How long a meeting takes, minutes.</summary>
    [Section("Hours"), Range(15, 12 * 60), Unit(SettingUnit.Minutes)]
    public int Minutes { get; init; } = 90;

    /// <summary>Minutes before the meeting at which the seller is reminded.</summary>
    [Section("Reminders"), Length(0, 10), EachInRange(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public IReadOnlyList<int> ReminderMinutes { get; init; } = [1440, 120];

    /// <summary>Minutes that the seller has to confirm, from the reminder on.</summary>
    [Section("Reminders"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int ConfirmationMinutes { get; init; } = 30;

    /// <summary>Minutes in which another seller should take a deal, before manager and owners are told.</summary>
    [Section("Reassignment"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int ReassignmentMinutes { get; init; } = 30;

    /// <summary>Minutes before the meeting at which they are told again.</summary>
    [Section("Reassignment"), Length(0, 10), EachInRange(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public IReadOnlyList<int> ReassignmentAlarmMinutes { get; init; } = [180, 60];

    /// <summary>Share of the offer by which a seller may change the price alone.</summary>
    [Section("Price"), Range(0, 1), Unit(SettingUnit.Percent)]
    public decimal ApprovalLimit { get; init; } = 0.10m;

    /// <summary>Known reasons to lower the price, each as <c>title: sum</c>.</summary>
    [Section("Price"), Length(0, 60)]
    public IReadOnlyList<string> RateCard { get; init; } =
    [
        "Скол или царапина: 3000", "Вмятина без покраски: 5000", "Покраска детали: 12000", "Ржавчина на детали: 15000", "Трещина на стекле: 15000",
        "Замена фары: 20000", "Замена шин: 30000", "Химчистка салона: 8000", "Ремонт подвески: 25000", "Ремонт тормозов: 15000",
        "Замена сцепления: 35000", "Нет второго ключа: 10000", "Дубликат ПТС: 20000",
    ];

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules()
    {
        if (DayEndsAt <= DayStartsAt)
        {
            yield return nameof(DayEndsAt);
        }
        if (!Deals.RateCard.IsWellTyped(RateCard))
        {
            yield return nameof(RateCard);
        }
    }
}
