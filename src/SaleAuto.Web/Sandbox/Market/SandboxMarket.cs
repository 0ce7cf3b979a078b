using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SaleAuto.Market;

namespace SaleAuto.Sandbox;

/// <summary>Small car sites and a plate registry of our own, for Development. The market asks them over HTTP like any other site.</summary>
public static class SandboxMarket
{
    /// <summary>Lets the market ask this very program wherever the settings name no source or no registry.</summary>
    public static IServiceCollection AddSandboxMarket(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<ISandboxAddress, SandboxAddress>();
        services.AddSingleton<IPostConfigureOptions<MarketOptions>, SandboxMarketDefaults>();
        return services;
    }

    /// <summary>Serves the sites and the registry.</summary>
    public static IEndpointRouteBuilder MapSandboxMarket(this IEndpointRouteBuilder app)
    {
        var market = app.MapGroup("/sandbox/market").ExcludeFromDescription().AllowAnonymous();
        market.MapGet("/", () => new RazorComponentResult<SandboxIndexPage>());
        market.MapGet("/style.css", () => Results.Stream(Resource("sandbox-market.css"), "text/css"));
        MapSite<SandboxAdsPage>(market, SandboxSite.Ads);
        MapSite<SandboxBoardPage>(market, SandboxSite.Board);
        MapSite<SandboxDealersPage>(market, SandboxSite.Dealers);

        app.MapGet("/sandbox/registry/api/vehicles/{plate}", (string plate) => SandboxRegistry.Find(plate)).ExcludeFromDescription().AllowAnonymous();
        return app;
    }

    /// <summary>The site's part of a path.</summary>
    internal static string PathOf(SandboxSite site) => site.ToString().ToLowerInvariant();

    private static void MapSite<TPage>(RouteGroupBuilder market, SandboxSite site)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var path = PathOf(site);
        market.MapGet($"/{path}/{{make}}/{{model}}", (string make, string model, int? yearFrom, int? yearTo, int? page, TimeProvider time) =>
            new RazorComponentResult<TPage>(new { Page = SandboxPage.Of(site, make, model, yearFrom, yearTo, Math.Max(page ?? 1, 1), Today(time)) }));
        market.MapGet($"/{path}/{{make}}/{{model}}/{{id}}", (string make, string model, string id, TimeProvider time) =>
            SandboxPage.Find(make, model, id, Today(time)) is { } car && car.Sites.Contains(site)
                ? (IResult)new RazorComponentResult<SandboxCarPage>(new { Car = car, Site = site, Today = Today(time) })
                : TypedResults.NotFound());
    }

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static Stream Resource(string name) => typeof(SandboxMarket).Assembly.GetManifestResourceStream(name)!;
}
