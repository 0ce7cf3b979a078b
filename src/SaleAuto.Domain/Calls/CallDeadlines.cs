using SaleAuto.Leads;
using SaleAuto.Settings;

namespace SaleAuto.Calls;

/// <summary>Promises made to clients: how soon a manager calls.</summary>
public sealed record CallSettings
{
    /// <summary>Minutes to the first call of a purchase lead (specification 1.1).</summary>
    public int BuyoutMinutes { get; init; } = 5;

    /// <summary>Minutes to the call that a client asked for (specification 1.2).</summary>
    public int CallbackMinutes { get; init; } = 15;

    /// <summary>When the clock runs.</summary>
    public WorkingHours WorkingHours { get; init; } = new();
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
