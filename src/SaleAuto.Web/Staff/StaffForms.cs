using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using SaleAuto.Admin;

namespace SaleAuto.Staff;

/// <summary>What every form of the staff pages needs.</summary>
internal static class StaffForms
{
    /// <summary>The address when it is one of the staff pages, else their start: a foreign link must not lead the signed-in person away.</summary>
    public static string OwnAddress(string? address) =>
        RedirectHttpResult.IsLocalUrl(address)
        && address!.All(char.IsAscii)
        && IsUnder(address, StaffScreens.Home, AdminScreens.Home)
        && !address.StartsWith(StaffScreens.SignInPath, StringComparison.Ordinal)
            ? address
            : StaffScreens.Home;

    private static bool IsUnder(string address, params ReadOnlySpan<string> homes)
    {
        foreach (var home in homes)
        {
            if (address == home || address.StartsWith(home + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Refuses a form that did not come from our page, or came from one opened before the sign-in.</summary>
    public static async ValueTask<object?> RefuseForeignAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : MessagePage.Of("StaleForm", StatusCodes.Status400BadRequest);
    }
}
