using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace SaleAuto.Sms;

/// <summary>Where Twilio reports. Behind a reverse proxy that is the public address, which is also the one that is signed.</summary>
/// <param name="publicUrl">Setting <c>PublicUrl</c>, or null.</param>
/// <param name="twilio">Address of the API.</param>
public class TwilioCallbacks(Uri? publicUrl, Uri twilio)
{
    /// <summary>Path of the callback.</summary>
    public const string Path = "/api/twilio/status";

    /// <summary>Query parameter with our id of the message: a report may come before Twilio's id is stored.</summary>
    public const string MessageIdParameter = "message";

    /// <summary>The address to give to Twilio, or null when it could not reach us: Twilio refuses a message with a callback to localhost.</summary>
    public Uri? AddressFor(Guid messageId) =>
        publicUrl is null || (publicUrl.IsLoopback && !twilio.IsLoopback) ? null : new Uri($"{Base(publicUrl)}{Path}?{MessageIdParameter}={messageId}");

    /// <summary>The address that Twilio signed.</summary>
    public string SignedUrl(HttpRequest request) =>
        publicUrl is null ? request.GetEncodedUrl() : Base(publicUrl) + request.Path + request.QueryString;

    private static string Base(Uri url) => url.AbsoluteUri.TrimEnd('/');
}
