using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace SaleAuto.Staff;

/// <summary>The way in and out.</summary>
internal static class StaffSignInEndpoints
{
    public static void MapStaffSignIn(this RouteGroupBuilder staff)
    {
        staff.MapGet("/signin", (string? returnUrl) => SignInPage.Of(returnUrl));
        staff.MapPost("/signin", SignInAsync).AddEndpointFilter(StaffForms.RefuseForeignAsync).RequireRateLimiting(StaffSignInLimit.Policy);
    }

    public static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.LocalRedirect(StaffScreens.SignInPath);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, StaffSignIn signIn, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (userName, returnUrl) = (form["userName"].ToString().Trim(), form["returnUrl"].ToString());
        return await signIn.SignInAsync(userName, form["password"].ToString())
            ? TypedResults.LocalRedirect(StaffForms.OwnAddress(returnUrl))
            : SignInPage.Of(returnUrl, userName, "SignIn.Refused", StatusCodes.Status400BadRequest);
    }
}
