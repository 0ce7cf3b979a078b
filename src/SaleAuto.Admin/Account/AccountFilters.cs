using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Admin.Account;

/// <summary>What the account holds a person to on every page.</summary>
internal static class AccountFilters
{
    private static readonly string[] OpenWhileLooking = ["/admin/see-as/end", "/admin/signout", "/admin/theme", "/admin/language"];

    private static readonly string[] OpenWithoutNewPassword = ["/admin/account/password", "/admin/signout", "/admin/theme", "/admin/language", "/admin/signin", "/admin/invitation"];

    /// <summary>Whoever sees the program as somebody else changes nothing.</summary>
    public static ValueTask<object?> RefuseWhileLookingAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.User.FindSeenBy() is null || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || IsUnder(http, OpenWhileLooking)
            ? next(context)
            : throw new BusinessException(SaleAutoErrorCodes.Staff.OnlyLooking);
    }

    /// <summary>A demanded new password comes before anything else.</summary>
    public static async ValueTask<object?> AskForNewPasswordAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.FindStaffId() is not { } staffId || http.User.FindSeenBy() is not null || IsUnder(http, OpenWithoutNewPassword))
        {
            return await next(context);
        }
        var account = await http.RequestServices.GetRequiredService<IStaffAccounts>().FindAsync(staffId, http.RequestAborted);
        return account is { MustChangePassword: true } ? http.GoTo("/admin/account/password") : await next(context);
    }

    private static bool IsUnder(HttpContext http, string[] paths) => paths.Any(x => http.Request.Path.StartsWithSegments(x));
}
