using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SaleAuto.Requests;
using SaleAuto.Site.Failures;
using SaleAuto.Site.State;
using SaleAuto.Visits;

namespace SaleAuto.Site.Visits;

/// <summary>Counts the first page of each browser session by the tag that brought it. The browser is told that it is counted; nothing is noted about it.</summary>
public sealed class SiteVisitCounting(SiteVisitCounter counter, IOptions<RateLimits> limits) : IMiddleware, IDisposable
{
    private const string Cookie = "counted";

    // What the limiter remembers of addresses stays in memory, and no longer than a minute.
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => MinuteLimit.Of(context, limits.Value.VisitsPerMinute));

    /// <summary>Has the page counted, if it comes to be shown.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Cookies.ContainsKey(Cookie) && Visitors.OpensPage(context.Request) && Visitors.IsBrowser(context.Request.Headers.UserAgent))
        {
            context.Response.OnStarting(CountAsync, context);
        }
        return next(context);
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private Task CountAsync(object state)
    {
        var context = (HttpContext)state;
        if (!IsPage(context))
        {
            return Task.CompletedTask;
        }
        // Says only that this session is counted, the same for everybody, and goes when the browser is closed.
        context.Response.Cookies.Append(Cookie, "1", new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            counter.Count(CampaignTags.Read(context)?.Source);
        }
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK
        && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
        && context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
}
