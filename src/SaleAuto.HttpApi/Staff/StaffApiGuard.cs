using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Staff;

/// <summary>Stands before every endpoint of the staff's API.</summary>
internal static class StaffApiGuard
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (http.User.FindTokenScopes() is null)
        {
            await CheckCookieAsync(http);
        }
        return await next(context);
    }

    // The browser sends the cookie whoever asks; a token is sent by its holder only.
    private static async Task CheckCookieAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method))
        {
            return;
        }
        if (http.User.FindSeenBy() is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.OnlyLooking);
        }
        if (!IsSameOrigin(http.Request) && !await HasFormTokenAsync(http))
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.ForeignPage);
        }
        var staffId = http.User.FindStaffId()!.Value;
        var account = await http.RequestServices.GetRequiredService<IStaffAccounts>().FindAsync(staffId, http.RequestAborted);
        if (account is not { MustChangePassword: false })
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.MustChangePassword);
        }
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Every browser in use sends one of the two with a change; pages cannot forge them.
    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site == "same-origin";
        }
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            && string.Equals(origin.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<bool> HasFormTokenAsync(HttpContext http) =>
        http.RequestServices.GetService<IAntiforgery>() is { } antiforgery && await antiforgery.IsRequestValidAsync(http);
}
