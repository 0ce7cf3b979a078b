using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace SaleAuto.DevPanel;

/// <summary>Russian, unless English was chosen; the choice is kept in a cookie.</summary>
internal static class DeveloperLanguage
{
    private const string CookieName = "sa_dev_lang";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Russian),
        SupportedCultures = [Russian, English],
        SupportedUICultures = [Russian, English],
        RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName }],
    };

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static async Task<RedirectHttpResult> ChangeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var chosen = form["language"] == "en" ? English : Russian;
        context.Response.Cookies.Append(
            CookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
            new CookieOptions { Path = DeveloperPanel.Home, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        var back = form["returnUrl"].ToString();
        return TypedResults.LocalRedirect(IsOwn(back) ? back : DeveloperPanel.Home);
    }

    private static bool IsOwn(string address) =>
        RedirectHttpResult.IsLocalUrl(address) && address.All(char.IsAscii)
        && (address == DeveloperPanel.Home || address.StartsWith(DeveloperPanel.Home + "/", StringComparison.Ordinal));
}
