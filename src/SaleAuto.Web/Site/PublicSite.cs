using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using SaleAuto.Site.Failures;
using SaleAuto.Site.Selling;
using SaleAuto.Site.State;
using SaleAuto.Site.Visits;

namespace SaleAuto.Site;

/// <summary>The pages for car owners.</summary>
public static class PublicSite
{
    /// <summary>Registers what the pages need; the application services come from elsewhere.</summary>
    public static IServiceCollection AddPublicSite(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddLocalization();
        services.AddMemoryCache();
        services.AddDataProtection();
        services.AddHttpContextAccessor();
        // Cyrillic goes out as letters, not as numbers: a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Safe over HTTPS: the only secret in a page, the form token, is encrypted anew every time.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddRateLimiter(limits => limits.AddPolicy<string, PublicFormLimit>(PublicFormLimit.Policy));
        services.AddScoped<CodeSender>();
        services.AddSingleton<SignInOnce>();
        services.AddSingleton<VisitCookie>();
        services.AddSingleton<CallPromiseCookie>();
        services.AddSingleton<SiteVisitCounting>();
        services.AddHostedService<SiteVisitWriter>();
        return services;
    }

    /// <summary>Language, headers, compression and friendly failures; stands before authentication and antiforgery.</summary>
    public static IApplicationBuilder UsePublicSite(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        app.Use(SecurityHeaders.Add);
        // Programs are told languages and failures in another way, and bring no campaign.
        return app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages => pages
            .UseRequestLocalization(SiteLanguage.Options)
            .UseMiddleware<FriendlyPages>()
            .UseMiddleware<SiteVisitCounting>()
            .Use(CampaignTags.Note));
    }

    /// <summary>Maps the pages and the files for search engines.</summary>
    public static void MapPublicSite(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorComponents<App>()
            .WithMetadata(new PublicPageAttribute())
            .RequireRateLimiting(PublicFormLimit.Policy)
            .Finally(page => page.RequestDelegate = FriendlyPages.OfferToSendAgain(page.RequestDelegate!));
        endpoints.MapGet(FoundOffer.Path, FoundOffer.OpenAsync).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        endpoints.MapGet(SiteLanguage.EnglishAddress(FoundOffer.Path), FoundOffer.OpenAsync).WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        endpoints.MapGet("/robots.txt", SearchFiles.Robots).ExcludeFromDescription();
        endpoints.MapGet("/sitemap.xml", SearchFiles.Sitemap).ExcludeFromDescription();
    }
}
