using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Messages;

/// <summary>Wires the dispatcher of the outbox.</summary>
public static class OutboxServices
{
    /// <summary>Adds the worker and what it needs but the channels and the database.</summary>
    public static IServiceCollection AddOutboxDispatcher(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<MessageDispatch>();
        services.AddScoped<OutboxWorker>();
        services.AddScoped<IDeliveryReports, DeliveryReports>();
        return services;
    }
}
