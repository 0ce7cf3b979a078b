using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Reports;

namespace SaleAuto.Admin.Owner;

/// <summary>The first page of owners: it comes at once, each part of it loads by itself.</summary>
internal sealed class OwnerScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/owner", ShowAsync);
        admin.MapGet("/owner/{part}", ShowPartAsync);
    }

    private static async Task<RazorComponentResult<OwnerPage>> ShowAsync(
        string? period, string? from, string? to, IOwnerDashboardAppService figures, AdminContext context, CancellationToken cancellationToken)
    {
        var asked = from is { Length: > 0 } || to is { Length: > 0 } ? $"{from}..{to}" : period;
        var days = await figures.GetDaysAsync(Read(asked, context), cancellationToken);
        return new(new { Days = days, Period = Periods.Names.Contains(asked) ? asked : asked is null ? "last30" : null });
    }

    private static async Task<IResult> ShowPartAsync(string part, string? period, IOwnerDashboardAppService figures, AdminContext context, CancellationToken cancellationToken)
    {
        var input = Read(period, context);
        var days = await figures.GetDaysAsync(input, cancellationToken);
        return part switch
        {
            "sales" => new RazorComponentResult<OwnerSales>(new { Days = days, Sales = await figures.GetSalesAsync(input, cancellationToken) }),
            "months" => new RazorComponentResult<OwnerMonths>(new { Days = days, Months = await figures.GetMonthsAsync(input, cancellationToken) }),
            "stock" => new RazorComponentResult<OwnerStock>(new { Days = days, Ages = await figures.GetStockAsync(input, cancellationToken) }),
            "cash" => new RazorComponentResult<OwnerCash>(new { Days = days, Balances = await figures.GetCashAsync(input, cancellationToken) }),
            "promise" => new RazorComponentResult<OwnerPromise>(new { Days = days, Promise = await figures.GetPromiseAsync(input, cancellationToken) }),
            "sources" => new RazorComponentResult<OwnerSources>(new { Days = days, Ways = await figures.GetSourcesAsync(input, cancellationToken) }),
            "offers" => new RazorComponentResult<OwnerOffers>(new { Days = days, Offers = await figures.GetOffersAsync(input, cancellationToken) }),
            "accuracy" => new RazorComponentResult<OwnerAccuracy>(new { Days = days, Accuracy = await figures.GetAccuracyAsync(input, cancellationToken) }),
            "costs" => new RazorComponentResult<OwnerCosts>(new { Days = days, Costs = await figures.GetCostsAsync(input, cancellationToken) }),
            "alerts" => new RazorComponentResult<OwnerAlertList>(new { Alerts = await figures.GetAlertsAsync(cancellationToken) }),
            _ => throw new EntityNotFoundException(typeof(OwnerPage), part),
        };
    }

    private static OwnerPeriodInput Read(string? period, AdminContext context)
    {
        var range = DashboardRange.Read(period, context.Today);
        return new OwnerPeriodInput { From = range.From, To = range.Until.AddDays(-1) };
    }
}

internal static class OwnerScreens
{
    /// <summary>The page stands first in the menu of whoever may see the books, and is therefore where they begin.</summary>
    public static IServiceCollection AddOwnerScreens(this IServiceCollection services) => services
        .AddAdminScreen<OwnerScreen>()
        .AddAdminPage(new AdminPage("Work", typeof(OwnerTexts), "Title", "gauge", OwnerLinks.Page, AccountingPermissions.Default, 1, OnPhone: true));
}
