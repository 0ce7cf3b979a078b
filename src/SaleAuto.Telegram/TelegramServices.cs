using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SaleAuto.Bot;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Staff.Linking;
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
        // Every call has a limit of its own.
        services.AddHttpClient<TelegramClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            // The token is part of every address: it must reach neither logs nor traces.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) => handler.ActivityHeadersPropagator = null);
        services.TryAddSingleton<CallbackSigner>();
        services.TryAddSingleton<ICallbackSigner>(provider => provider.GetRequiredService<CallbackSigner>());
        if (section.Get<TelegramOptions>() is { IsConfigured: true })
        {
            services.AddScoped<IMessageSender, TelegramSender>();
        }
        return services;
    }

    /// <summary>Adds the bot: it takes updates, talks, and answers. Stands after <see cref="AddTelegram"/>.</summary>
    public static IServiceCollection AddTelegramBot(this IServiceCollection services)
    {
        services.AddSingleton<BotCatalog>();
        services.AddSingleton<TelegramPace>();
        services.AddSingleton<IBotLinks, BotLinks>();
        services.AddSingleton<ICommitListener, WakeBotOnCommit>();
        services.AddScoped<UpdateInbox>();
        services.AddScoped<TelegramUpdateWorker>();
        services.AddScoped<BotSendWorker>();
        services.AddScoped<BotSending>();
        services.AddScoped<ReplyWriter>();
        services.AddScoped<BotTalk>();
        services.AddScoped<ConversationRun>();
        services.AddScoped<BotScreens>();
        services.AddScoped<BotStrangers>();
        services.AddScoped<SignInQuestion>();
        services.AddScoped<IBotFiles, BotFiles>();
        services.AddScreen<MenuScreen>();
        services.AddScreen<HelpScreen>();
        services.AddScreen<NotificationsScreen>();
        services.AddSellerTalk();
        services.AddManagerTalk();
        services.AddHostedService<TelegramPoller>();
        return services;
    }
}
