using SaleAuto.Accounting;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Messages;
using SaleAuto.Valuations;

namespace SaleAuto.Settings;

/// <summary>What stands on the settings screen.</summary>
internal sealed class SettingsGroups(IAppraiser appraiser)
{
    /// <summary>The groups in the order of the screen.</summary>
    public IReadOnlyList<SettingsGroup> All { get; } =
    [
        new SettingsGroup<CompanySettings>("company"),
        new SettingsGroup<CallSettings>("calls"),
        new SettingsGroup<DealSettings>("deals"),
        new SettingsGroup<AccountingSettings>("accounting"),
        new SettingsGroup<NotificationSettings>("notifications"),
        new SettingsGroup<ValuationSettings>("valuation", settings => ExampleValuation.Show(appraiser, settings)),
    ];
}
