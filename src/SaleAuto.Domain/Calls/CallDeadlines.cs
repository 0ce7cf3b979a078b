using System.ComponentModel.DataAnnotations;
using SaleAuto.Leads;
using SaleAuto.Settings;

namespace SaleAuto.Calls;

/// <summary>Promises made to clients: how soon a manager calls.</summary>
public sealed record CallSettings : IRuledSettings
{
    /// <summary>Minutes to the first call of a purchase lead (specification 1.1).</summary>
    [Section("Deadlines"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int BuyoutMinutes { get; init; } = 5;

    /// <summary>Minutes to the call that a client asked for (specification 1.2).</summary>
    [Section("Deadlines"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int CallbackMinutes { get; init; } = 15;

    /// <summary>When the clock runs.</summary>
    [Section("Hours")]
    public WorkingHours WorkingHours { get; init; } = new();

    /// <summary>Minutes to the repeat call after the first, second … call that reached nobody; the last one goes for all that follow.</summary>
    [Section("Repeats"), Length(1, 20), EachInRange(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public IReadOnlyList<int> RepeatMinutes { get; init; } = [15, 60, 180, 1440];

    /// <summary>Minutes to the repeat call after a talk without agreement: the client wants time or refused.</summary>
    [Section("Repeats"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int RepeatAfterTalkMinutes { get; init; } = 1440;

    /// <summary>Failed calls after which a manager decides whether to call on.</summary>
    [Section("Repeats"), Range(1, 100)]
    public int MostAttempts { get; init; } = 8;

    /// <summary>Days since the first failed call after which a manager decides.</summary>
    [Section("Repeats"), Range(1, 365), Unit(SettingUnit.Days)]
    public int MostDays { get; init; } = 14;

    /// <summary>Minutes in which that decision is due.</summary>
    [Section("Repeats"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int DecisionMinutes { get; init; } = 480;

    /// <summary>Minutes between reminders of a call that nobody makes.</summary>
    [Section("Reminders"), Range(1, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int ReminderMinutes { get; init; } = 10;

    /// <summary>Most reminders of one call.</summary>
    [Section("Reminders"), Range(0, 100)]
    public int MostReminders { get; init; } = 12;

    /// <summary>Minutes past the deadline after which every manager is told.</summary>
    [Section("Reminders"), Range(0, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int EscalateToAllMinutes { get; init; } = 5;

    /// <summary>Minutes past the deadline after which the owners are told.</summary>
    [Section("Reminders"), Range(0, SettingBounds.LongestMinutes), Unit(SettingUnit.Minutes)]
    public int EscalateToOwnersMinutes { get; init; } = 15;

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules() => EscalateToOwnersMinutes < EscalateToAllMinutes ? [nameof(EscalateToOwnersMinutes)] : [];
}

/// <summary>Reckons deadlines of calls from the settings in force.</summary>
public class CallDeadlines(ISettingProvider settings)
{
    /// <summary>Until when the client of such a lead is to be called, UTC.</summary>
    public async Task<DateTime> GetAsync(LeadKind kind, DateTime from, CancellationToken cancellationToken)
    {
        var calls = await settings.GetAsync<CallSettings>(cancellationToken);
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        var minutes = kind == LeadKind.Buyout ? calls.BuyoutMinutes : calls.CallbackMinutes;
        return calls.WorkingHours.Add(from, TimeSpan.FromMinutes(minutes), TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone));
    }
}
