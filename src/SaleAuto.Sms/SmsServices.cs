using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;
using SaleAuto.Sms.Messages;

namespace SaleAuto.Sms;

/// <summary>Wires SMS.</summary>
public static class SmsServices
{
    /// <summary>Adds Twilio's client, and the channel when an account is configured.</summary>
    public static IServiceCollection AddSms(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TwilioOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidator>());
        services.AddOptions<TwilioOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton(provider => new TwilioCallbacks(
            Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var url) ? url : null,
            new Uri(provider.GetRequiredService<IOptions<TwilioOptions>>().Value.BaseAddress)));
        services.AddHttpClient<TwilioClient>(http => http.Timeout = TimeSpan.FromSeconds(15)).RemoveAllLoggers();
        if (section.Get<TwilioOptions>() is { IsConfigured: true })
        {
            services.AddScoped<IMessageSender, TwilioSender>();
        }
        return services;
    }
}
