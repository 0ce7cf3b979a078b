using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SaleAuto.Requests;

namespace SaleAuto.Site.Failures;

/// <summary>Forms that one network address may send within a minute; reading pages is not counted.</summary>
internal sealed class PublicFormLimit(IOptions<RateLimits> limits) : IRateLimiterPolicy<string>
{
    public const string Policy = "public-forms";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => HttpMethods.IsPost(httpContext.Request.Method)
        ? MinuteLimit.Of(httpContext, limits.Value.FormsPerMinute)
        : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        MinuteLimit.TellWhenToRetry(rejected);
        await FriendlyPages.ShowAsync<TooManyPage>(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
    }
}
