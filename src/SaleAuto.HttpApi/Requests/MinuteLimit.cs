using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace SaleAuto.Requests;

/// <summary>So many requests a minute from one network, on each node.</summary>
public static class MinuteLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The limit that counts the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">Requests a minute.</param>
    public static RateLimitPartition<string> Of(HttpContext context, int most) => RateLimitPartition.GetFixedWindowLimiter(
        RemoteNetwork.Of(context) ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });

    /// <summary>How long the refused sender has to wait.</summary>
    public static TimeSpan WaitOf(OnRejectedContext rejected) =>
        rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;

    /// <summary>Tells the refused sender when to try again, in the header Retry-After (RFC 9110, 10.2.3).</summary>
    public static void TellWhenToRetry(OnRejectedContext rejected) =>
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(WaitOf(rejected).TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
