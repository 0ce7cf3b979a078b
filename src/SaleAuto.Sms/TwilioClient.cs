using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SaleAuto.Sms;

/// <summary>The calls of Twilio's API that the program needs. A refusal by Twilio is an answer; only a broken connection throws.</summary>
public class TwilioClient(HttpClient http, IOptions<TwilioOptions> options)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Hands an SMS over.</summary>
    /// <param name="to">Phone in canonical form.</param>
    /// <param name="body">The text.</param>
    /// <param name="statusCallback">Where Twilio reports what became of it, or null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<TwilioAnswer> CreateMessageAsync(string to, string body, Uri? statusCallback, CancellationToken cancellationToken)
    {
        var twilio = options.Value;
        var form = new Dictionary<string, string>
        {
            ["To"] = to,
            [IsMessagingService(twilio.From!) ? "MessagingServiceSid" : "From"] = twilio.From!,
            ["Body"] = body,
        };
        if (statusCallback is not null)
        {
            form["StatusCallback"] = statusCallback.AbsoluteUri;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{twilio.BaseAddress.TrimEnd('/')}/2010-04-01/Accounts/{twilio.AccountSid}/Messages.json")
        {
            Content = new FormUrlEncodedContent(form),
        };
        var credentials = Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        using var response = await http.SendAsync(request, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    private static bool IsMessagingService(string from) => from.Length == 34 && from.StartsWith("MG", StringComparison.Ordinal);

    private static async Task<TwilioAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var fields = await ReadFieldsAsync(response, cancellationToken);
        return response.IsSuccessStatusCode
            ? new TwilioAnswer { HttpStatus = status, Sid = fields?.Sid }
            : new TwilioAnswer { HttpStatus = status, Code = fields?.Code, RetryAfter = RetryAfter(response) };
    }

    // A proxy or a failing server answers with a page instead of JSON; the status code then says all there is to say.
    private static async Task<Fields?> ReadFieldsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Fields>(_json, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta
        ?? (response.Headers.TryGetValues("Retry-After", out var values) && double.TryParse(values.First(), CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null);

    private sealed record Fields(string? Sid, int? Code);
}

/// <summary>What Twilio answered.</summary>
public sealed record TwilioAnswer
{
    /// <summary>Status of the HTTP answer.</summary>
    public required int HttpStatus { get; init; }

    /// <summary>Id of the message, when it was taken.</summary>
    public string? Sid { get; init; }

    /// <summary>Twilio's code of the refusal.</summary>
    public int? Code { get; init; }

    /// <summary>How long Twilio asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
