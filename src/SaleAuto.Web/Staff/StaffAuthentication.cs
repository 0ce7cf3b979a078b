using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SaleAuto.Admin.Shell;
using SaleAuto.Admin;
using SaleAuto.Users;

namespace SaleAuto.Staff;

/// <summary>How the staff is known: by a cookie of ASP.NET Core Identity, checked against the account at every request.</summary>
internal static class StaffAuthentication
{
    /// <summary>Name of the policy that any staff role satisfies.</summary>
    public const string Policy = "Staff";

    /// <summary>Lets everybody in, and knows them by the staff cookie alone.</summary>
    public static readonly AuthorizationPolicy AnybodyByStaffCookie = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme)
        .RequireAssertion(_ => true)
        .Build();

    public static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(StaffMember), typeof(IdentityRole<Guid>), services).AddSignInManager<ActiveStaffSignInManager>();
        services.AddScoped<StaffSignIn>();
        services.AddAuthentication().AddCookie(IdentityConstants.ApplicationScheme, Configure);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
            .RequireAssertion(context => context.User.FindStaffId() is not null)
            .RequireRole(StaffRoles.All));
        services.AddRateLimiter(limits => limits.AddPolicy<string, StaffSignInLimit>(StaffSignInLimit.Policy));
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "sa_staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // a manager comes from a link in Telegram
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = CheckAccountAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnRedirectToAccessDenied = context =>
            MessagePage.Of("Forbidden", StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext);
    }

    // A disabled account, a changed password or an ended session counts at the next click, not when the cookie runs out. Answered from memory.
    private static async Task CheckAccountAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var account = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var staffId)
            ? await services.GetRequiredService<IStaffAccounts>().FindAsync(staffId, context.HttpContext.RequestAborted)
            : null;
        if (account is not { IsActive: true } || context.Principal!.FindFirstValue(stampClaim) != account.SecurityStamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Path.Value?.EndsWith("/rows", StringComparison.Ordinal) == true)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized; // the script reloads the page, which comes here again
            return Task.CompletedTask;
        }
        if (request.IsFragment())
        {
            // The whole page goes to the sign-in and comes back.
            var page = Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var address) ? address.PathAndQuery : AdminScreens.Home;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = $"{StaffScreens.SignInPath}?returnUrl={Uri.EscapeDataString(page)}";
            return Task.CompletedTask;
        }
        var wanted = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.Value : StaffScreens.Home;
        context.Response.Redirect($"{StaffScreens.SignInPath}?returnUrl={Uri.EscapeDataString(wanted)}");
        return Task.CompletedTask;
    }
}
