using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SaleAuto.Bot;

/// <summary>Tells the bot what it can talk about.</summary>
public static class BotServices
{
    /// <summary>Adds a conversation.</summary>
    public static IServiceCollection AddConversation<TConversation>(this IServiceCollection services)
        where TConversation : ConversationDefinition
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ConversationDefinition, TConversation>());
        return services;
    }

    /// <summary>Adds a screen.</summary>
    public static IServiceCollection AddScreen<TScreen>(this IServiceCollection services)
        where TScreen : BotScreen
    {
        services.TryAddEnumerable(ServiceDescriptor.Scoped<BotScreen, TScreen>());
        return services;
    }

    /// <summary>Adds lines of the menu.</summary>
    public static IServiceCollection AddBotMenu<TMenu>(this IServiceCollection services)
        where TMenu : class, IBotMenu
    {
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IBotMenu, TMenu>());
        return services;
    }
}
