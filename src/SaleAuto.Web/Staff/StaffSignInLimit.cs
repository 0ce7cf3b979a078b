using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Shell;
using SaleAuto.Requests;

namespace SaleAuto.Staff;

/// <summary>Tries of one network address: the lockout guards one account, this guards all of them.</summary>
internal sealed class StaffSignInLimit : IRateLimiterPolicy<string>
{
    // An office behind one address still fits.
    private const int MostTries = 30;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => MinuteLimit.Of(httpContext, MostTries);

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        MinuteLimit.TellWhenToRetry(rejected);
        var texts = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AccountTexts>>();
        await rejected.HttpContext.RequestServices.GetRequiredService<AdminContext>().LoadAsync(rejected.HttpContext);
        await new RazorComponentResult<SignInPage>(new { Error = texts["SignIn.TooMany"].Value }) { StatusCode = StatusCodes.Status429TooManyRequests }
            .ExecuteAsync(rejected.HttpContext);
    }
}
