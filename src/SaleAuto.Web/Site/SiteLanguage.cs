using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SaleAuto.Site;

/// <summary>The language is part of the address: <c>/sell</c> is Russian, <c>/en/sell</c> is English. So links can be shared and pages indexed.</summary>
public static class SiteLanguage
{
    private const string EnglishPrefix = "/en";

    // British English: 24 hours and day before month, as the client sees them in Russia.
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>Whether the current page is English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Address of a page in the current language; <paramref name="path"/> is the Russian one.</summary>
    public static string Address(string path) => IsEnglish ? EnglishAddress(path) : path;

    /// <summary>Address of the English page beside a Russian one.</summary>
    public static string EnglishAddress(string path) => path == "/" ? EnglishPrefix : EnglishPrefix + path;

    /// <summary>Address of the Russian page beside the one at <paramref name="path"/>.</summary>
    public static string RussianAddress(PathString path) =>
        path.StartsWithSegments(EnglishPrefix, out var rest) ? (rest.HasValue ? rest.Value! : "/") : path.Value ?? "/";

    /// <summary>Takes the language from the address.</summary>
    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Russian),
        SupportedCultures = [Russian, English],
        SupportedUICultures = [Russian, English],
        RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(
                new ProviderCultureResult(context.Request.Path.StartsWithSegments(EnglishPrefix) ? English.Name : Russian.Name))),
        ],
    };
}
