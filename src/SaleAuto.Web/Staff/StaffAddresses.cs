using SaleAuto.Admin;

namespace SaleAuto.Staff;

/// <summary>What the staff's pages need of the host: the limit on their sign-in, and the addresses that stood in messages before the admin was there.</summary>
public static class StaffAddresses
{
    /// <summary>Registers the limit.</summary>
    public static IServiceCollection AddStaffSignInLimit(this IServiceCollection services) =>
        services.AddRateLimiter(limits => limits.AddPolicy<string, StaffSignInLimit>(AdminScreens.SignInLimit));

    /// <summary>Leads old addresses on.</summary>
    public static void MapOldStaffAddresses(this IEndpointRouteBuilder endpoints)
    {
        var old = endpoints.MapGroup("/staff").ExcludeFromDescription();
        old.MapGet("/leads/{id:guid}", (Guid id) => TypedResults.LocalRedirect($"{AdminScreens.Home}/leads/{id}", permanent: true));
        old.MapGet("/leads", () => TypedResults.LocalRedirect($"{AdminScreens.Home}/leads", permanent: true));
        old.MapGet("/{**rest}", () => TypedResults.LocalRedirect(AdminScreens.Home));
    }
}
