using SaleAuto.Site.Failures;

namespace SaleAuto.Site;

/// <summary>Headers that keep foreign code and foreign frames out of the public pages.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Middleware that adds them to pages of the site.</summary>
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            if (FriendlyPages.IsPublic(context) || headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal) && context.GetEndpoint() is null)
            {
                headers.ContentSecurityPolicy = Policy;
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
            }
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
