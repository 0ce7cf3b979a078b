using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Valuations;

namespace SaleAuto.Settings;

/// <summary>What stands on the settings screen, and which values make sense.</summary>
internal sealed class SettingsGroups
{
    private const int LongestMinutes = 60 * 24 * 30;

    /// <summary>The groups in the order of the screen.</summary>
    public IReadOnlyList<SettingsGroup> All { get; } =
    [
        new SettingsGroup<CompanySettings>("company", FindWrongFields),
        new SettingsGroup<CallSettings>("calls", FindWrongFields),
        new SettingsGroup<DealSettings>("deals", FindWrongFields),
        new SettingsGroup<ValuationSettings>("valuation", settings => settings.FindWrongFields()),
    ];

    private static IReadOnlyList<string> FindWrongFields(CompanySettings company) =>
    [
        .. new (string Field, bool Holds)[]
        {
            (nameof(company.BrandName), company.BrandName.Length is > 0 and <= 100),
            (nameof(company.LegalName), company.LegalName.Length is > 0 and <= 200),
            (nameof(company.Inn), company.Inn.Length is 10 or 12 && company.Inn.All(char.IsAsciiDigit)),
            (nameof(company.Ogrn), company.Ogrn.Length is 13 or 15 && company.Ogrn.All(char.IsAsciiDigit)),
            (nameof(company.Address), company.Address.Length is > 0 and <= 300),
            (nameof(company.Phone), PhoneNumber.TryParse(company.Phone, out _)),
            (nameof(company.Email), company.Email.Length <= 200 && System.Net.Mail.MailAddress.TryCreate(company.Email, out _)),
            (nameof(company.TimeZone), TimeZoneInfo.TryFindSystemTimeZoneById(company.TimeZone, out _)),
        }.Where(x => !x.Holds).Select(x => x.Field),
    ];

    private static IReadOnlyList<string> FindWrongFields(CallSettings calls) =>
    [
        .. new (string Field, bool Holds)[]
        {
            (nameof(calls.BuyoutMinutes), calls.BuyoutMinutes is >= 1 and <= LongestMinutes),
            (nameof(calls.CallbackMinutes), calls.CallbackMinutes is >= 1 and <= LongestMinutes),
            ("WorkingHours.ClosesAt", calls.WorkingHours.AlwaysOpen || calls.WorkingHours.ClosesAt > calls.WorkingHours.OpensAt),
            ("WorkingHours.DaysOff", calls.WorkingHours.DaysOff.Distinct().Count() < 7),
            ("WorkingHours.Holidays", calls.WorkingHours.Holidays.Count <= 366),
            (nameof(calls.RepeatMinutes), calls.RepeatMinutes.Count is >= 1 and <= 20 && calls.RepeatMinutes.All(x => x is >= 1 and <= LongestMinutes)),
            (nameof(calls.RepeatAfterTalkMinutes), calls.RepeatAfterTalkMinutes is >= 1 and <= LongestMinutes),
            (nameof(calls.MostAttempts), calls.MostAttempts is >= 1 and <= 100),
            (nameof(calls.MostDays), calls.MostDays is >= 1 and <= 365),
            (nameof(calls.DecisionMinutes), calls.DecisionMinutes is >= 1 and <= LongestMinutes),
            (nameof(calls.ReminderMinutes), calls.ReminderMinutes is >= 1 and <= LongestMinutes),
            (nameof(calls.MostReminders), calls.MostReminders is >= 0 and <= 100),
            (nameof(calls.EscalateToAllMinutes), calls.EscalateToAllMinutes is >= 0 and <= LongestMinutes),
            (nameof(calls.EscalateToOwnersMinutes), calls.EscalateToOwnersMinutes >= calls.EscalateToAllMinutes && calls.EscalateToOwnersMinutes <= LongestMinutes),
        }.Where(x => !x.Holds).Select(x => x.Field),
    ];

    private static IReadOnlyList<string> FindWrongFields(DealSettings deals) =>
    [
        .. new (string Field, bool Holds)[]
        {
            (nameof(deals.DayEndsAt), deals.DayEndsAt > deals.DayStartsAt),
            (nameof(deals.Minutes), deals.Minutes is >= 15 and <= 12 * 60),
        }.Where(x => !x.Holds).Select(x => x.Field),
    ];
}
