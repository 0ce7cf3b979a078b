using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Accounting;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Admin.Cash;

/// <summary>Money in places and with people, and the movements behind each sum.</summary>
internal sealed class CashScreen : IAdminScreen
{
    public const string Address = AdminScreens.Home + "/accounting/cash";

    public const string OwnAddress = AdminScreens.Home + "/accounting/my-balance";

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/accounting/cash", ShowAsync);
        admin.MapGet("/accounting/statement/{account}/{ownerId:guid}", ShowStatementAsync);
        admin.MapGet("/accounting/my-balance", ShowOwnAsync);
    }

    /// <summary>Where the movements of an account stand.</summary>
    public static string StatementOf(LedgerAccount account, Guid ownerId) => $"{AdminScreens.Home}/accounting/statement/{account}/{ownerId}";

    private static async Task<RazorComponentResult<CashPage>> ShowAsync(IBalanceAppService balances, CancellationToken cancellationToken) =>
        new(new { Cash = await balances.GetCashAsync(cancellationToken) });

    private static async Task<RazorComponentResult<StatementPage>> ShowStatementAsync(
        LedgerAccount account, Guid ownerId, IBalanceAppService balances, CancellationToken cancellationToken) =>
        new(new { Statement = await balances.GetStatementAsync(account, ownerId, cancellationToken) });

    private static async Task<RazorComponentResult<OwnBalancePage>> ShowOwnAsync(IBalanceAppService balances, CancellationToken cancellationToken) =>
        new(new { Balance = await balances.GetOwnAsync(cancellationToken) });
}
