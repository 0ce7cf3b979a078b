using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;
using SaleAuto.Staff.Linking;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;
using SaleAuto.Staff.Tokens;

namespace SaleAuto.Staff;

/// <summary>Tokens, sessions, invitations and sign-ins of the staff.</summary>
internal static class StaffStore
{
    public static void AddStaffStore(this IServiceCollection services)
    {
        services.AddScoped<IPersonalAccessTokenRepository, PersonalAccessTokenRepository>();
        services.AddScoped<IStaffSessionRepository, StaffSessionRepository>();
        services.AddScoped<IStaffInvitationRepository, StaffInvitationRepository>();
        services.AddScoped<ISignInRequestRepository, SignInRequestRepository>();
        services.AddScoped<ITelegramLinkCodeRepository, TelegramLinkCodeRepository>();
        services.AddCache<IPersonalAccessTokenCache, PersonalAccessTokenCache>();
        services.AddCache<IStaffSessionCache, StaffSessionCache>();
    }

    private static void AddCache<TCache, TImplementation>(this IServiceCollection services)
        where TCache : class
        where TImplementation : class, TCache, IRowChangeListener
    {
        services.AddSingleton<TImplementation>();
        services.AddSingleton<TCache>(provider => provider.GetRequiredService<TImplementation>());
        services.AddSingleton<IRowChangeListener>(provider => provider.GetRequiredService<TImplementation>());
    }
}
