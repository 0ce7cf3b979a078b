using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Admin.Records;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Admin.Cash;

internal static class CashServices
{
    /// <summary>Where the company's money is, what moved it, and the profit of a car on the car's page.</summary>
    public static IServiceCollection AddCashScreens(this IServiceCollection services) => services
        .AddAdminScreen<CashScreen>()
        .AddRecordPart(new RecordPart("cars", typeof(CarProfitPart), RecordPartPlace.BeforeFields, Permission: AccountingPermissions.OwnBalance))
        .AddAdminPage(new AdminPage(AdminMenu.Finance, typeof(CashTexts), "Title", "wallet", CashScreen.Address, AccountingPermissions.Default, 5))
        .AddAdminPage(new AdminPage(AdminMenu.Finance, typeof(CashTexts), "Own.Title", "wallet", CashScreen.OwnAddress, AccountingPermissions.OwnBalance, 6));
}
