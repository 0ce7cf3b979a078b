using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Bot;

/// <summary>Updates, chats and answers of the bot.</summary>
internal static class BotStore
{
    public static void AddBotStore(this IServiceCollection services)
    {
        services.AddScoped<ITelegramUpdateQueue, TelegramUpdateQueue>();
        services.AddScoped<IBotOutgoingQueue, BotOutgoingQueue>();
        services.AddScoped<IBotChatRepository, BotChatRepository>();
        services.AddScoped<IBotLeaseRepository, BotLeaseRepository>();
    }
}
