using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace SaleAuto.Admin.Shell;

/// <summary>Start, language, theme and bell.</summary>
internal sealed class ShellEndpoints : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/", Start);
        admin.MapPost("/language", AdminLanguage.ChangeAsync);
        admin.MapPost("/theme", AdminPreferences.ChangeThemeAsync);
        admin.MapGet("/notices", ShowNoticesAsync);
    }

    // The first page of the menu is everybody's own start: the call desk of a manager, the deals of a seller.
    private static IResult Start(MenuBuilder menu) =>
        menu.Sections.SelectMany(section => section.Entries).FirstOrDefault() is { } first
            ? TypedResults.LocalRedirect(first.Path)
            : new RazorComponentResult<NothingHerePage>();

    private static async Task<RazorComponentResult<Notices>> ShowNoticesAsync(NoticeBoard board, CancellationToken cancellationToken) =>
        new(new { List = await board.GetAsync(cancellationToken) });
}
