using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Clients;
using SaleAuto.Clients.SignIn;
using SaleAuto.Requests;

namespace SaleAuto;

/// <summary>Client sign-in and repeated requests.</summary>
public static class SignInServiceCollectionExtensions
{
    /// <summary>Registers sign-in by code, its tokens and keys, and the memory of repeated requests. Section <c>SignIn</c>.</summary>
    public static IServiceCollection AddClientSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>()
            .Bind(configuration.GetSection(SignInOptions.Section))
            .ValidateDataAnnotations()
            .Validate(options => options.AllowedPhonePrefixes.All(IsPrefix), "SignIn:AllowedPhonePrefixes holds a value that is not + and digits")
            .ValidateOnStart();
        services.AddScoped<RefreshTokenManager>();
        services.AddScoped<OneTimeCodeLimits>();
        services.AddScoped<OneTimeCodeMessage>();
        services.AddSingleton<SignInKeyRing>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IAccessTokens>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddScoped<IClientSignInAppService, ClientSignInAppService>();
        services.AddScoped<IIdempotentRequests, IdempotentRequests>();
        services.AddScoped<SignInCleanupWorker>();
        return services;
    }

    private static bool IsPrefix(string value) => value.Length > 1 && value[0] == '+' && value.Skip(1).All(char.IsAsciiDigit);
}
