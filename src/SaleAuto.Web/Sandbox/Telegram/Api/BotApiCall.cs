using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>A file that came with a call.</summary>
public sealed record BotApiUpload(string FileName, string? ContentType, byte[] Bytes);

/// <summary>A call of a method with its parameters, however they travelled: JSON, a form, or parts.</summary>
public sealed class BotApiCall
{
    private const int MostBytes = 60 * 1024 * 1024; // above the largest file, so that the refusal names the file

    private static readonly string[] _json =
        ["reply_markup", "media", "entities", "caption_entities", "link_preview_options", "allowed_updates", "commands", "reply_parameters"];

    private static readonly string[] _numbers = ["chat_id", "message_id", "offset", "limit", "timeout", "cache_time", "max_connections", "message_thread_id"];

    private BotApiCall(string method) => Method = method;

    /// <summary>Name of the method as it was written.</summary>
    public string Method { get; }

    /// <summary>Everything but the files.</summary>
    public JsonObject Parameters { get; private set; } = [];

    /// <summary>Files by the name of their part.</summary>
    public Dictionary<string, BotApiUpload> Uploads { get; } = [];

    /// <summary>Reads a call.</summary>
    /// <exception cref="FormatException">The body is not what its type says.</exception>
    public static async Task<BotApiCall> ReadAsync(string method, string? query, Stream body, string? contentType, CancellationToken cancellationToken)
    {
        var call = new BotApiCall(method);
        if (MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                await call.ReadJsonAsync(body, cancellationToken);
            }
            else if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            {
                using var reader = new StreamReader(body);
                call.Take(QueryHelpers.ParseQuery(await reader.ReadToEndAsync(cancellationToken)));
            }
            else if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            {
                await call.ReadPartsAsync(body, HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "", cancellationToken);
            }
        }
        call.Take(QueryHelpers.ParseQuery(query));
        return call;
    }

    private async Task ReadJsonAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            Parameters = await JsonNode.ParseAsync(body, cancellationToken: cancellationToken) as JsonObject ?? throw new FormatException("Not an object.");
        }
        catch (JsonException exception)
        {
            throw new FormatException("Not JSON.", exception);
        }
    }

    private async Task ReadPartsAsync(Stream body, string boundary, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, body) { BodyLengthLimit = MostBytes };
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, cancellationToken);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
            if (fileName.HasValue)
            {
                Uploads[name] = new BotApiUpload(fileName.Value!, section.ContentType, bytes.ToArray());
            }
            else
            {
                Take(name, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
            }
        }
    }

    private void Take(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> fields)
    {
        foreach (var (name, value) in fields)
        {
            Take(name, value.ToString());
        }
    }

    // Outside JSON everything is a text; the parameter's name tells what it stands for.
    private void Take(string name, string value)
    {
        try
        {
            Parameters[name] = _json.Contains(name) ? JsonNode.Parse(value)
                : _numbers.Contains(name) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                : value is "true" or "false" && name is not ("text" or "caption") ? value == "true"
                : value;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{name} is not JSON.", exception);
        }
    }

    internal string? Text(string name) => Parameters[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToString(),
        _ => throw BotApiRefusal.BadRequest($"parameter \"{name}\" must be of type String"),
    };

    internal long? Number(string name) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw BotApiRefusal.BadRequest($"invalid {name} specified"),
    };

    internal bool Flag(string name) => Text(name) is "true" or "True" or "1";

    internal T? Read<T>(string name)
        where T : class
    {
        try
        {
            // A form may carry an object as a text even inside JSON.
            var given = Parameters[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? JsonNode.Parse(value.GetValue<string>()) : Parameters[name];
            return given.Deserialize<T>(BotApiAnswer.Json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw BotApiRefusal.BadRequest($"can't parse {name}: {exception.GetType().Name}");
        }
    }
}
