using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;

namespace SaleAuto.Sms.Messages;

/// <summary>Takes Twilio's delivery reports.</summary>
public static class TwilioStatusEndpoint
{
    /// <summary>Maps <c>POST /api/twilio/status</c>; without an account there is nobody to report.</summary>
    public static IEndpointRouteBuilder MapTwilioStatus(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<TwilioOptions>>().Value.IsConfigured)
        {
            endpoints.MapPost(TwilioCallbacks.Path, TakeAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        }
        return endpoints;
    }

    private static async Task<Results<NoContent, BadRequest, StatusCodeHttpResult>> TakeAsync(
        HttpRequest request, IOptions<TwilioOptions> options, TwilioCallbacks callbacks, IDeliveryReports reports, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }
        var form = await request.ReadFormAsync(cancellationToken);
        var parameters = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        if (!TwilioSignature.IsValid(request.Headers[TwilioSignature.Header], options.Value.AuthToken!, callbacks.SignedUrl(request), parameters))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }
        if (form["MessageSid"].ToString() is { Length: > 0 and <= MessageConsts.MaxProviderIdLength } sid && StateOf(form["MessageStatus"]) is { } state)
        {
            await reports.TakeAsync(
                new DeliveryReport
                {
                    Channel = MessageChannel.Sms,
                    ProviderId = sid,
                    MessageId = Guid.TryParse(request.Query[TwilioCallbacks.MessageIdParameter], out var id) ? id : null,
                    State = state,
                    Error = ErrorOf(form["ErrorCode"], state),
                },
                cancellationToken);
        }
        return TypedResults.NoContent(); // an unknown message too: repeating the report would not make it known
    }

    private static DeliveryState? StateOf(string? status) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => DeliveryState.Queued,
        "sent" => DeliveryState.Sent,
        "delivered" or "read" => DeliveryState.Delivered,
        "undelivered" => DeliveryState.Undelivered,
        "failed" or "canceled" => DeliveryState.Failed,
        _ => null,
    };

    private static string? ErrorOf(string? code, DeliveryState state) => state switch
    {
        DeliveryState.Undelivered or DeliveryState.Failed => int.TryParse(code, out var number) ? $"twilio:{number}" : $"twilio:{(state == DeliveryState.Failed ? "failed" : "undelivered")}",
        _ => null,
    };
}
