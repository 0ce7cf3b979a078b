using System.Text;
using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>JSON as pages carry it: with comments, trailing commas, line breaks in texts, unquoted names, several values, a missing end.</summary>
internal static class LenientJson
{
    private const int MaxDepth = 128;
    private const int MaxFailures = 20;

    private static readonly JsonReaderOptions Strict = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth, AllowMultipleValues = true };

    /// <summary>Every value of a script that is nothing but JSON.</summary>
    public static List<JsonElement> ParseAll(string text)
    {
        var values = new List<JsonElement>();
        var at = 0;
        var failures = 0;
        while ((at = NextStart(text, at)) >= 0)
        {
            if (ParseAt(text, at, out var end) is { } value)
            {
                values.Add(value);
                at = Math.Max(end, at + 1);
            }
            else if (++failures > MaxFailures)
            {
                break;
            }
            else
            {
                at++; // the bracket of a CDATA mark, for one
            }
        }
        return values;
    }

    /// <summary>The value that begins at a brace or bracket; null when it is none. <paramref name="end"/> is behind it.</summary>
    public static JsonElement? ParseAt(string text, int start, out int end)
    {
        if (ParseStrict(text, start, out end) is { } strict)
        {
            return strict;
        }
        var repaired = new JsonRepair(text, start).Run(out end);
        return repaired is null ? null : ParseStrict(repaired, 0, out _);
    }

    /// <summary>What a quoted JavaScript text says.</summary>
    public static string? ParseText(string text, int quote)
    {
        var repaired = new JsonRepair(text, quote).Run(out _);
        return repaired is null || ParseStrict(repaired, 0, out _) is not { ValueKind: JsonValueKind.String } content ? null : content.GetString();
    }

    private static JsonElement? ParseStrict(string text, int start, out int end)
    {
        end = start;
        var bytes = Encoding.UTF8.GetBytes(text, start, text.Length - start);
        var reader = new Utf8JsonReader(bytes, Strict);
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return null;
            }
            end = start + Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed);
            return document.RootElement; // rented buffers are left to the collector: the values outlive this call
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int NextStart(string text, int from) => from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny('{', '[') is var at and >= 0 ? from + at : -1;
}
