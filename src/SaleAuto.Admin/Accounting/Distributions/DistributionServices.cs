using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Admin.Records;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Admin.Accounting.Distributions;

internal static class DistributionServices
{
    /// <summary>The policy of sharing out profit, what it would have made of the past, and everybody's statement.</summary>
    public static IServiceCollection AddDistributionScreens(this IServiceCollection services) => services
        .AddAdminScreen<PolicyScreen>()
        .AddAdminScreen<StatementScreen>()
        .AddRecordPart(new RecordPart("distributions", typeof(DistributionLines), RecordPartPlace.BeforeFields))
        .AddAdminPage(new AdminPage("Finance", typeof(DistributionTexts), "Policy.Title", "percentage", PolicyScreen.Home, DistributionPermissions.EditPolicy, 40))
        .AddAdminPage(new AdminPage("Finance", typeof(DistributionTexts), "People.Title", "user-dollar", StatementScreen.Home, DistributionPermissions.Default, 50))
        .AddAdminPage(new AdminPage("Finance", typeof(DistributionTexts), "Mine.Title", "wallet", StatementScreen.Mine, null, 60));
}
