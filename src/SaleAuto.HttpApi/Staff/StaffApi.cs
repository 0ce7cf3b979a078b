using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Staff;

/// <summary>How the staff's REST API under <c>/api/app</c> is entered: with the staff cookie or with a personal access token.</summary>
public static class StaffApi
{
    /// <summary>Policy that staff satisfies, by cookie or token; what they may do is checked by the services.</summary>
    public const string Policy = "StaffApi";

    /// <summary>Where the staff's API begins.</summary>
    internal const string Root = "/api/app";

    /// <summary>Registers the token scheme and the policy. The cookie scheme is the host's.</summary>
    public static IServiceCollection AddStaffApi(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, StaffTokenHandler>(StaffClaims.TokenScheme, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, StaffClaims.TokenScheme)
            .RequireAssertion(context => context.User.FindStaffId() is not null));
        return services;
    }

    /// <summary>Lets only staff in and refuses changes that a foreign page asks for in a signed-in person's name.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.RequireAuthorization(Policy);
        endpoints.AddEndpointFilterFactory((_, next) => context => StaffApiGuard.CheckAsync(context, next));
        return endpoints;
    }

    /// <summary>Maps the person's own account: <c>/api/app/account</c>.</summary>
    public static IEndpointRouteBuilder MapStaffAccountApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup($"{Root}/account").RequireStaff().MapAccount();
        return endpoints;
    }
}
