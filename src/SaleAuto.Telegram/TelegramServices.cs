using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;
using SaleAuto.Telegram.Messages;

namespace SaleAuto.Telegram;

/// <summary>Wires Telegram.</summary>
public static class TelegramServices
{
    /// <summary>Adds the Bot API client, and the channel when a token is configured.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TelegramOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>());
        services.AddOptions<TelegramOptions>().Bind(section).ValidateOnStart();
        services.AddHttpClient<TelegramClient>(http => http.Timeout = TimeSpan.FromSeconds(15))
            // The token is part of every address: it must reach neither logs nor traces.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) => handler.ActivityHeadersPropagator = null);
        if (section.Get<TelegramOptions>() is { IsConfigured: true })
        {
            services.AddScoped<IMessageSender, TelegramSender>();
        }
        return services;
    }
}
