using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Staff;

/// <summary>How the staff is known on pages: by a cookie that is checked at every request, from memory, against its session and account.</summary>
public static class StaffCookieAuthentication
{
    /// <summary>Name of the policy that signed-in staff satisfies; what they may do is checked by the services.</summary>
    public const string Policy = "Staff";

    /// <summary>Page of the sign-in.</summary>
    public const string SignInPath = "/admin/signin";

    private const string Home = "/admin";

    /// <summary>Lets everybody in, and knows them by the staff cookie alone: a client's session would mix into names and form tokens.</summary>
    public static AuthorizationPolicy AnybodyByStaffCookie { get; } = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme)
        .RequireAssertion(_ => true)
        .Build();

    /// <summary>Registers cookie, policy and "see as".</summary>
    public static IServiceCollection AddStaffCookieAuthentication(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<IStaffCookies, StaffCookies>();
        services.AddScoped<IClaimsTransformation, SeeAsClaims>();
        services.AddAuthentication().AddCookie(IdentityConstants.ApplicationScheme, Configure);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
            .RequireAssertion(context => context.User.FindStaffId() is not null));
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "sa_staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // a manager comes from a link in Telegram
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = CheckAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
    }

    // A disabled account, a changed password or an ended session counts at the next click, not when the cookie runs out.
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var person = context.Principal!;
        var tickets = context.HttpContext.RequestServices.GetRequiredService<IStaffTickets>();
        if (person.FindStaffId() is not { } staffId
            || person.FindSessionId() is not { } sessionId
            || await tickets.CheckAsync(new StaffTicket(staffId, sessionId, person.FindFirstValue(StaffClaims.StampClaim) ?? "", ""), context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api") || request.Path.Value?.EndsWith("/rows", StringComparison.Ordinal) == true) // a script asks
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        if (request.Headers["HX-Request"] == "true" && request.Headers["HX-Request-Type"] != "full")
        {
            // The whole page goes to the sign-in and comes back.
            var page = Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var address) ? address.PathAndQuery : Home;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = SignInAddress(page);
            return Task.CompletedTask;
        }
        context.Response.Redirect(SignInAddress(HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.Value : Home));
        return Task.CompletedTask;
    }

    private static string SignInAddress(string wanted) => $"{SignInPath}?returnUrl={Uri.EscapeDataString(wanted)}";
}
