using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SaleAuto.Errors;
using SaleAuto.Requests;
using SaleAuto.Staff;

namespace SaleAuto.Resources;

/// <summary>Requests of one token, or of one person with a cookie, within a minute on this node. Counted after the sign-in, so that made-up tokens take no memory.</summary>
internal sealed class StaffRequestLimit(IOptions<RateLimits> limits) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.Value.StaffPerMinute, Window = Window }));

    /// <summary>Counts a request.</summary>
    /// <exception cref="TooManyRequestsException">It is one too many.</exception>
    public void Take(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(CallerOf(context));
        if (!lease.IsAcquired)
        {
            throw new TooManyRequestsException(SaleAutoErrorCodes.Requests.TooMany, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
        }
    }

    public void Dispose() => _limiter.Dispose();

    private static string CallerOf(HttpContext context)
    {
        var staff = context.User.FindStaffId()?.ToString() ?? "";
        return context.Request.Headers.Authorization is [{ Length: > 0 } token]
            ? staff + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 8))
            : staff;
    }
}
