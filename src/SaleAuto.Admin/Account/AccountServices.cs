using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Admin.Account;

/// <summary>Sign-in, profile, roles and permissions.</summary>
internal static class AccountServices
{
    public static void AddAccountScreens(this IServiceCollection services)
    {
        services.AddAdminScreen<SignInScreen>();
        services.AddAdminScreen<ProfileScreen>();
    }
}
