using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace SaleAuto.Admin.Shell;

/// <summary>Russian, unless the person chose English; the choice is kept in a cookie.</summary>
public static class AdminLanguage
{
    private const string CookieName = "sa_admin_lang";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB"); // 24 hours, day before month

    /// <summary>Whether the page is in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    internal static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Russian),
        SupportedCultures = [Russian, English],
        SupportedUICultures = [Russian, English],
        RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName }],
    };

    internal static async Task<IResult> ChangeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var chosen = form["language"] == "en" ? English : Russian;
        AdminPreferences.Keep(context, CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)));
        return TypedResults.LocalRedirect(AdminPreferences.OwnAddress(form["returnUrl"]));
    }
}
