using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Dashboards;

/// <summary>Pages of figures: the page comes at once, each figure loads by itself with one command.</summary>
internal sealed class DashboardScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/dashboard/{name}", ShowAsync);
        admin.MapGet("/dashboard/{name}/{figure}", ShowFigureAsync);
    }

    private static async Task<RazorComponentResult<DashboardPage>> ShowAsync(
        string name, string? period, string? from, string? to, IDashboards dashboards, IDashboardReader reader, AdminContext context, CancellationToken cancellationToken)
    {
        var dashboard = dashboards.Get(name);
        var asked = from is { Length: > 0 } || to is { Length: > 0 } ? $"{from}..{to}" : period;
        return new(new
        {
            Dashboard = dashboard,
            Widgets = await reader.GetVisibleAsync(dashboard, cancellationToken),
            Range = DashboardRange.Read(asked, context.Today),
            Period = Periods.Names.Contains(asked) ? asked : asked is null ? "last30" : null,
        });
    }

    private static async Task<RazorComponentResult<Figure>> ShowFigureAsync(
        string name, string figure, string? period, IDashboards dashboards, IDashboardReader reader, AdminContext context, CancellationToken cancellationToken)
    {
        var dashboard = dashboards.Get(name);
        var widget = dashboard.Find(figure) ?? throw new EntityNotFoundException(typeof(WidgetModel), figure);
        var range = DashboardRange.Read(period, context.Today);
        return new(new { Widget = widget, Range = range, Data = await reader.ReadAsync(dashboard, widget, range, cancellationToken) });
    }
}

/// <summary>Dashboards in the menu.</summary>
internal sealed class DashboardMenu(IDashboards dashboards, IResourceTexts texts) : IMenuSource
{
    public IEnumerable<MenuEntry> Entries(AdminContext context) =>
        dashboards.All.Where(d => context.Access.Has(d.Permission))
            .Select(d => new MenuEntry(d.Menu.Group, texts.Find(d.TextKey) ?? d.TextKey, d.Menu.Icon, $"{AdminScreens.Home}/dashboard/{d.Name}", d.Menu.Order, OnPhone: false));
}

internal static class DashboardScreens
{
    public static void AddDashboardScreens(this IServiceCollection services)
    {
        services.AddScoped<IMenuSource, DashboardMenu>();
        services.AddAdminScreen<DashboardScreen>();
    }
}
