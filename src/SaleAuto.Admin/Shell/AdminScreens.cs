using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Accounting.Distributions;
using SaleAuto.Admin.Calls;
using SaleAuto.Admin.Cash;
using SaleAuto.Admin.Dashboards;
using SaleAuto.Admin.Grid;
using SaleAuto.Admin.Imports;
using SaleAuto.Admin.Live;
using SaleAuto.Admin.Owner;
using SaleAuto.Admin.Reports;
using SaleAuto.Admin.Search;
using SaleAuto.Admin.Shell;
using SaleAuto.Admin.Visibility;
using SaleAuto.Repositories;

namespace SaleAuto.Admin;

/// <summary>The admin under <c>/admin</c>: shell, screens from resource definitions, and the hand-made ones.</summary>
public static class AdminScreens
{
    /// <summary>Where the admin lives.</summary>
    public const string Home = "/admin";

    /// <summary>Name of the policy that lets staff in; the host defines it.</summary>
    public const string Policy = "Staff";

    /// <summary>Name of the rate limit of signing in; the host defines it.</summary>
    public const string SignInLimit = "staff-sign-in";

    /// <summary>Registers the shell and its screens.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddSingleton<AdminAssets>();
        services.AddScoped<AdminContext>();
        services.AddScoped<MenuBuilder>();
        services.AddScoped<NoticeBoard>();
        services.AddScoped<GridLoader>();
        services.AddScoped<IMenuSource, ResourceMenu>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<IRowChangeListener>(provider => provider.GetRequiredService<LiveHub>());
        services.AddCallDesk();
        services.AddCashScreens();
        services.AddDistributionScreens();
        services.AddAdminScreen<ShellEndpoints>();
        services.AddAdminScreen<SearchScreen>();
        services.AddAdminScreen<LiveScreen>();
        services.AddAdminScreen<GridEndpoints>();
        services.AddAdminScreen<ViewEndpoints>();
        services.AddAdminScreen<CellEndpoints>();
        services.AddAdminScreen<BulkEndpoints>();
        services.AddAdminScreen<BoardEndpoints>();
        services.AddAdminScreen<CalendarEndpoints>();
        services.AddAdminScreen<VisibilityScreen>();
        services.AddRecordScreens();
        services.AddDashboardScreens();
        services.AddOwnerScreens();
        services.AddMoneyReportScreens();
        services.AddImportScreens();
        services.AddAccountScreens();
        return services;
    }

    /// <summary>Adds a page to the menu.</summary>
    public static IServiceCollection AddAdminPage(this IServiceCollection services, AdminPage page) => services.AddSingleton(page);

    /// <summary>Adds endpoints to the admin's group.</summary>
    public static IServiceCollection AddAdminScreen<TScreen>(this IServiceCollection services)
        where TScreen : class, IAdminScreen => services.AddSingleton<IAdminScreen, TScreen>();

    /// <summary>Language and headers of the admin. After the site's own localization, before authentication.</summary>
    public static IApplicationBuilder UseAdmin(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Home), admin => admin
            .UseRequestLocalization(AdminLanguage.Options)
            .Use(AdminHeaders.Add));

    /// <summary>Maps all screens. After the static files, whose addresses it needs.</summary>
    public static void MapAdmin(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        services.GetRequiredService<AdminAssets>().Read(endpoints);
        var admin = endpoints.MapGroup(Home)
            .ExcludeFromDescription()
            .RequireAuthorization(Policy)
            .DisableAntiforgery() // the filter answers with a sentence instead of a bare 400
            .AddEndpointFilter(AdminFilters.ExplainRefusalsAsync)
            .AddEndpointFilter(AdminFilters.RefuseForeignAsync)
            .AddEndpointFilter(AccountFilters.RefuseWhileLookingAsync)
            .AddEndpointFilter(AccountFilters.AskForNewPasswordAsync)
            .AddEndpointFilter(AdminFilters.LoadContextAsync);
        foreach (var screen in services.GetServices<IAdminScreen>())
        {
            screen.Map(admin);
        }
    }
}
