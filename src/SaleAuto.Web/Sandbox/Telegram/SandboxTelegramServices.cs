using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Messages;
using SaleAuto.Telegram;
using SaleAuto.Telegram.Messages;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>Wires the Telegram of Development.</summary>
public static class SandboxTelegramServices
{
    /// <summary>Without a token, the bot and the outbox speak to a Bot API in this process. Stands after <c>AddTelegram</c> and before the inbox.</summary>
    public static IServiceCollection AddSandboxTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() is { IsConfigured: true })
        {
            return services;
        }
        services.AddSingleton<SandboxPeople>();
        services.AddSingleton(provider =>
            new SandboxBotApi(provider.GetRequiredService<TimeProvider>(), find: provider.GetRequiredService<SandboxPeople>().FindAsync));
        services.Configure<TelegramOptions>(options =>
        {
            options.BaseAddress = SandboxBotApi.BaseAddress;
            options.BotToken = SandboxBotApi.Token;
            options.BotName = SandboxBotApi.BotName;
        });
        services.AddHttpClient<TelegramClient>()
            .ConfigurePrimaryHttpMessageHandler(provider => new SandboxBotApiHandler(provider.GetRequiredService<SandboxBotApi>()));
        services.TryAddScoped<TelegramSender>();
        services.AddScoped<IMessageSender, SandboxTelegramSender>();
        return services;
    }
}
