using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SaleAuto.Telegram;

/// <summary>Where Telegram brings updates in the mode Webhook. Answered once they are stored; until then Telegram brings them again.</summary>
public static class TelegramWebhook
{
    /// <summary>Its path.</summary>
    public const string Path = "/telegram/webhook";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int MaxBytes = 1_000_000;

    /// <summary>Maps it, when the mode asks for it.</summary>
    public static IEndpointRouteBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value.Mode == TelegramMode.Webhook)
        {
            endpoints.MapPost(Path, TakeAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        }
        return endpoints;
    }

    private static async Task<IResult> TakeAsync(HttpContext http, IOptions<TelegramOptions> options, UpdateInbox inbox, CancellationToken cancellationToken)
    {
        if (!IsTelegram(http.Request.Headers[SecretHeader].ToString(), options.Value.WebhookSecret!))
        {
            return TypedResults.Unauthorized();
        }
        if (http.Request.ContentLength > MaxBytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        JsonElement update;
        try
        {
            update = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
        await inbox.StoreAsync([update], cancellationToken);
        return TypedResults.Ok();
    }

    // Hashes have one length and are compared in one time, whatever was sent.
    private static bool IsTelegram(string given, string secret) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
