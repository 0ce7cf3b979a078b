using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Staff;

/// <summary>Tries of one address: the lockout guards one account, this guards all of them.</summary>
internal sealed class StaffSignInLimit : IRateLimiterPolicy<string>
{
    // An office behind one address still fits.
    private const int MostTries = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = MostTries, Window = Window });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var texts = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AccountTexts>>();
        await rejected.HttpContext.RequestServices.GetRequiredService<AdminContext>().LoadAsync(rejected.HttpContext);
        await new RazorComponentResult<SignInPage>(new { Error = texts["SignIn.TooMany"].Value }) { StatusCode = StatusCodes.Status429TooManyRequests }
            .ExecuteAsync(rejected.HttpContext);
    }
}
