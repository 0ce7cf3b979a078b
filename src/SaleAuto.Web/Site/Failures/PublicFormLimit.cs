using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SaleAuto.Requests;

namespace SaleAuto.Site.Failures;

/// <summary>Forms that one network address may send within a minute; reading pages is not counted.</summary>
internal sealed class PublicFormLimit(IOptions<RateLimits> limits) : IRateLimiterPolicy<string>
{
    public const string Policy = "public-forms";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => HttpMethods.IsPost(httpContext.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(
            RemoteNetwork.Of(httpContext) ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.Value.FormsPerMinute, Window = Window })
        : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await FriendlyPages.ShowAsync<TooManyPage>(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
    }
}
