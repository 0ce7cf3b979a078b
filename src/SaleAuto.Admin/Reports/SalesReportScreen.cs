using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Calls;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Reports;

namespace SaleAuto.Admin.Reports;

/// <summary>How many requests become cars, and where they come from.</summary>
internal sealed class SalesReportScreen : IAdminScreen
{
    public const string Address = AdminScreens.Home + "/reports/sales";

    public void Map(RouteGroupBuilder admin) => admin.MapGet("/reports/sales", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpRequest request, ISalesReportAppService reports, CancellationToken cancellationToken)
    {
        var asked = new PostedCall(request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        var input = new SalesReportInput { From = asked.Day("from"), To = asked.Day("to") };
        try
        {
            return new RazorComponentResult<SalesReportPage>(new { Report = await reports.GetAsync(input, cancellationToken) });
        }
        catch (InputValidationException)
        {
            var report = await reports.GetAsync(new SalesReportInput(), cancellationToken);
            return new RazorComponentResult<SalesReportPage>(new { Report = report, IsWrong = true }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }
}
