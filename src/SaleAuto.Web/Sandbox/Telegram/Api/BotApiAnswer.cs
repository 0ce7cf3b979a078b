using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>What the Bot API answers: JSON, or the bytes of a file.</summary>
public sealed record BotApiAnswer(int Status, ReadOnlyMemory<byte> Body, string ContentType = "application/json")
{
    /// <summary>Names and omissions as the Bot API has them.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static BotApiAnswer Of(object result) =>
        new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(new { Ok = true, Result = result }, Json));

    /// <summary>A refusal in Telegram's words.</summary>
    public static BotApiAnswer Refuse(int code, string description, int? retryAfter = null)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (retryAfter is { } seconds)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }
        return new BotApiAnswer(code, JsonSerializer.SerializeToUtf8Bytes(body));
    }

    internal HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var content = new ReadOnlyMemoryContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        return new HttpResponseMessage((HttpStatusCode)Status) { Content = content, RequestMessage = request };
    }
}

/// <summary>The Bot API says no.</summary>
internal sealed class BotApiRefusal(int code, string description) : Exception(description)
{
    public int Code => code;

    public static BotApiRefusal BadRequest(string reason) => new(400, "Bad Request: " + reason);
}
