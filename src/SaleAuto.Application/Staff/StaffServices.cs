using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Staff.Linking;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;
using SaleAuto.Staff.Tokens;

namespace SaleAuto.Staff;

/// <summary>Accounts of the staff: sign-in, sessions, tokens.</summary>
internal static class StaffServices
{
    public static void AddStaff(this IServiceCollection services)
    {
        services.AddScoped<IPersonalAccessTokenAppService, PersonalAccessTokenAppService>();
        services.AddSingleton<IPersonalAccessTokens, PersonalAccessTokens>();
        services.AddScoped<IStaffSessionAppService, StaffSessionAppService>();
        services.AddSingleton<IStaffTickets, StaffTickets>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SignInAttempts>();
        services.AddSingleton<PendingSignIn>();
        services.AddScoped<IStaffSignInAppService, StaffSignInAppService>();
        services.AddScoped<ISignInConfirmation, SignInConfirmation>();
        services.AddScoped<IStaffProfileAppService, StaffProfileAppService>();
        services.AddScoped<ITelegramLinkAppService, TelegramLinkAppService>();
        services.AddScoped<ITelegramLinking, TelegramLinking>();
        services.AddScoped<AccountGuard>();
        services.AddScoped<IStaffAccountAppService, StaffAccountAppService>();
        services.AddScoped<ISeeAsAppService, SeeAsAppService>();
        services.AddScoped<StaffCleanupWorker>();
    }
}
