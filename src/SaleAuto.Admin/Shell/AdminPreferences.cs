using Microsoft.AspNetCore.Http;

namespace SaleAuto.Admin.Shell;

/// <summary>Which colours the admin has.</summary>
public enum Theme
{
    /// <summary>As the person's system says.</summary>
    Auto,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}

/// <summary>Looks that belong to a device, not to a person: kept in cookies, so that the server renders them at once.</summary>
internal static class AdminPreferences
{
    private const string ThemeCookie = "sa_theme";

    // Written by the script of the shell as well.
    private const string MenuCookie = "sa_menu";

    public static Theme ReadTheme(HttpRequest request) =>
        Enum.TryParse<Theme>(request.Cookies[ThemeCookie], ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : Theme.Auto;

    public static bool ReadIsMenuNarrow(HttpRequest request) => request.Cookies[MenuCookie] == "narrow";

    public static async Task<IResult> ChangeThemeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var theme = Enum.TryParse<Theme>(form["theme"], ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : Theme.Auto;
        Keep(context, ThemeCookie, theme.ToString().ToLowerInvariant());
        return TypedResults.LocalRedirect(OwnAddress(form["returnUrl"]));
    }

    /// <summary>Stores a choice for a year.</summary>
    public static void Keep(HttpContext context, string cookie, string value) =>
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            Path = AdminScreens.Home,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });

    /// <summary>The address when it is one of the admin's pages, else their start: a foreign link must not lead the person away.</summary>
    public static string OwnAddress(string? address) =>
        address is not null
        && address.All(char.IsAscii)
        && (address == AdminScreens.Home || address.StartsWith(AdminScreens.Home + "/", StringComparison.Ordinal) || address.StartsWith(AdminScreens.Home + "?", StringComparison.Ordinal))
        && !address.Contains('\\', StringComparison.Ordinal)
            ? address
            : AdminScreens.Home;
}
