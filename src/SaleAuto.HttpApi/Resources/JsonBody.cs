using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SaleAuto.Resources;

/// <summary>Reads bodies whose shape only the metadata knows.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>The body as JSON; an empty one as an empty object where that is allowed.</summary>
    /// <exception cref="BadHttpRequestException">It is no JSON (400, 415) or too large (413).</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        if (mayBeEmpty && request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return JsonDocument.Parse("{}");
        }
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is not JSON", StatusCodes.Status415UnsupportedMediaType);
        }
        try
        {
            return await JsonDocument.ParseAsync(request.Body, Options, cancellationToken);
        }
        catch (JsonException malformed)
        {
            throw new BadHttpRequestException("The body cannot be read", StatusCodes.Status400BadRequest, malformed);
        }
    }
}
