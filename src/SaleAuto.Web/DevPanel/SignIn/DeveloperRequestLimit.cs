using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SaleAuto.Requests;

namespace SaleAuto.DevPanel;

/// <summary>Requests of one network to the panel, right password or none: nobody copies the database page by page unnoticed.</summary>
internal sealed class DeveloperRequestLimit : IRateLimiterPolicy<string>
{
    public const string Policy = "developer-panel";

    private const int MostRequests = 300;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => static (rejected, _) =>
    {
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        MinuteLimit.TellWhenToRetry(rejected);
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => MinuteLimit.Of(httpContext, MostRequests);
}
