using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Admin.Calls;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Reports;

namespace SaleAuto.Admin.Reports;

/// <summary>Reports on money, on the screen and as files.</summary>
internal sealed class MoneyReportScreen : IAdminScreen
{
    public const string Address = AdminScreens.Home + "/accounting/reports";

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/accounting/reports", async (IMoneyReportAppService reports, CancellationToken cancellationToken) =>
            new RazorComponentResult<MoneyReportsPage>(new { Names = await reports.GetNamesAsync(cancellationToken) }));
        admin.MapGet("/accounting/reports/{report}", ShowAsync);
        admin.MapGet("/accounting/reports/{report}/export", ExportAsync);
    }

    private static async Task<RazorComponentResult<MoneyReportPage>> ShowAsync(string report, HttpRequest request, IMoneyReportAppService reports, CancellationToken cancellationToken)
    {
        var input = Read(request);
        return new(new { Report = await reports.GetAsync(report, input, cancellationToken), Input = input });
    }

    private static async Task<FileContentHttpResult> ExportAsync(string report, string? format, HttpRequest request, IMoneyReportAppService reports, CancellationToken cancellationToken)
    {
        var kind = Enum.TryParse<ReportFormat>(format ?? nameof(ReportFormat.Csv), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw new InputValidationException("format", SaleAutoErrorCodes.Fields.NotAllowed);
        var file = await reports.ExportAsync(report, Read(request), kind, cancellationToken);
        return TypedResults.File(file.Content, file.ContentType, file.Name);
    }

    private static MoneyReportInput Read(HttpRequest request)
    {
        var asked = new PostedCall(request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        return new MoneyReportInput
        {
            From = asked.Day("from"),
            To = asked.Day("to"),
            PersonId = IdOf(asked, "person"),
            AccountId = IdOf(asked, "account"),
            Category = asked.Text("category"),
            MinAge = asked.Integer("minDays"),
            MaxAge = asked.Integer("maxDays"),
        };
    }

    private static Guid? IdOf(PostedCall asked, string field) => Guid.TryParse(asked.Text(field), CultureInfo.InvariantCulture, out var id) ? id : null;
}

internal static class MoneyReportScreens
{
    /// <summary>Reports on money, first among the reports.</summary>
    public static IServiceCollection AddMoneyReportScreens(this IServiceCollection services) => services
        .AddAdminScreen<MoneyReportScreen>()
        .AddAdminPage(new AdminPage("Reports", typeof(ReportTexts), "Title", "report-money", MoneyReportScreen.Address, AccountingPermissions.Default, 10));
}
