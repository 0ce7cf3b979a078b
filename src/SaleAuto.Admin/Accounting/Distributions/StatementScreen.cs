using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Admin.Accounting.Distributions;

/// <summary>What people earned and were paid: everybody's for the owner, the own one for everybody.</summary>
internal sealed class StatementScreen : IAdminScreen
{
    public const string Home = AdminScreens.Home + "/accounting/people";
    public const string Mine = AdminScreens.Home + "/accounting/mine";

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/accounting/people", async (IShareStatementAppService statements, CancellationToken cancellationToken) =>
            new RazorComponentResult<BalancesPage>(new { Balances = await statements.GetBalancesAsync(cancellationToken) }));
        admin.MapGet("/accounting/people/{id:guid}", (Guid id, HttpRequest request, IShareStatementAppService statements, CancellationToken cancellationToken) =>
            ShowAsync(id, false, request, statements, cancellationToken));
        admin.MapGet("/accounting/mine", (AdminContext context, HttpRequest request, IShareStatementAppService statements, CancellationToken cancellationToken) =>
            ShowAsync(context.StaffId, true, request, statements, cancellationToken));
    }

    private static async Task<IResult> ShowAsync(Guid staffId, bool isMine, HttpRequest request, IShareStatementAppService statements, CancellationToken cancellationToken)
    {
        var page = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        return new RazorComponentResult<StatementPage>(new { Statement = await statements.GetAsync(staffId, page, cancellationToken), IsMine = isMine });
    }
}
