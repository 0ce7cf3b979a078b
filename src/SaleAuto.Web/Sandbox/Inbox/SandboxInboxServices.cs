using Microsoft.AspNetCore.Http.HttpResults;
using SaleAuto.Messages;
using SaleAuto.Sandbox.Telegram;
using SaleAuto.Sms;
using SaleAuto.Telegram;

namespace SaleAuto.Sandbox;

/// <summary>Wires the phone of Development.</summary>
public static class SandboxInboxServices
{
    private const int MostMessages = 100;

    /// <summary>Takes the place of every channel that has no credentials.</summary>
    public static IServiceCollection AddSandboxInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents();
        services.AddLocalization();
        if (configuration.GetSection(TwilioOptions.Section).Get<TwilioOptions>() is not { IsConfigured: true })
        {
            services.AddSandboxSender(MessageChannel.Sms);
        }
        if (configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() is not { IsConfigured: true }
            && services.All(service => service.ServiceType != typeof(SandboxBotApi))) // which brings a sender of its own
        {
            services.AddSandboxSender(MessageChannel.Telegram);
        }
        return services;
    }

    /// <summary>Maps the page, its list and the same messages for programs.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: the inbox shows codes to everybody.</exception>
    public static IEndpointRouteBuilder MapSandboxInbox(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("The sandbox inbox belongs to the Development environment only.");
        }
        var inbox = endpoints.MapGroup("/sandbox").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        inbox.MapGet("", (string? to) => new RazorComponentResult<InboxPage>(new { To = to }));
        inbox.MapGet("/list", (string? to) => new RazorComponentResult<InboxList>(new { To = to }));
        inbox.MapGet("/messages.json", GetMessagesAsync);
        return endpoints;
    }

    private static async Task<Ok<IEnumerable<SandboxMessageDto>>> GetMessagesAsync(string? to, ISandboxInbox inbox, CancellationToken cancellationToken)
    {
        var messages = await inbox.GetLatestAsync(RecipientFilter.Read(to), MostMessages, cancellationToken);
        return TypedResults.Ok(messages.Select(SandboxMessageDto.Of));
    }

    private static void AddSandboxSender(this IServiceCollection services, MessageChannel channel) => services.AddScoped<IMessageSender>(provider =>
        new SandboxSender(channel, provider.GetRequiredService<ISandboxInbox>(), provider.GetRequiredService<TimeProvider>()));
}
