using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>Data that scripts carry: <c>window.X = {...}</c>, <c>push({...})</c>, <c>JSON.parse("...")</c>, <c>decodeURIComponent("...")</c>.</summary>
internal static class ScriptJson
{
    private const int MaxAttempts = 60; // a script of code, not data, is given up
    private const int ShortestText = 100;

    public static IEnumerable<JsonElement> Find(string script)
    {
        var at = 0;
        for (var attempts = 0; attempts < MaxAttempts && at < script.Length; attempts++)
        {
            var next = script.AsSpan(at).IndexOfAny("{[\"'`");
            if (next < 0)
            {
                yield break;
            }
            at += next;
            if (script[at] is '{' or '[')
            {
                if (!StandsForValue(script, at))
                {
                    at++;
                    attempts--;
                    continue;
                }
                var value = LenientJson.ParseAt(script, at, out var end);
                at = value is null ? at + 1 : Math.Max(end, at + 1);
                if (value is not null)
                {
                    yield return value.Value;
                }
                continue;
            }
            var close = TextEnd(script, at);
            if (close - at > ShortestText && OfText(script, at) is { } hidden)
            {
                yield return hidden;
            }
            else
            {
                attempts--;
            }
            at = close + 1;
        }
    }

    /// <summary>The value that a text holds, plain or percent-encoded; null when the text is no JSON.</summary>
    public static JsonElement? OfContent(string content)
    {
        var trimmed = content.AsSpan().TrimStart();
        if (trimmed.StartsWith("%7B", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("%5B", StringComparison.OrdinalIgnoreCase))
        {
            content = Uri.UnescapeDataString(content);
            trimmed = content.AsSpan().TrimStart();
        }
        return trimmed.Length > 1 && trimmed[0] is '{' or '[' ? LenientJson.ParseAt(content, content.Length - trimmed.Length, out _) : null;
    }

    private static bool StandsForValue(string script, int at)
    {
        var before = script.AsSpan(0, at).TrimEnd();
        var after = script.AsSpan(at + 1).TrimStart();
        return (before.IsEmpty || before[^1] is '=' or '(' or ',' or ';' or ':') && !after.IsEmpty && after[0] is '"' or '\'' or '{' or '[' or '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
    }

    // A JavaScript text ends at its quote; a line break before it means that this was an apostrophe in code.
    private static int TextEnd(string script, int open)
    {
        var quote = script[open];
        for (var i = open + 1; i < script.Length; i++)
        {
            if (script[i] == '\\')
            {
                i++;
            }
            else if (script[i] == quote)
            {
                return i;
            }
            else if (script[i] == '\n' && quote != '`')
            {
                return open;
            }
        }
        return open;
    }

    private static JsonElement? OfText(string script, int open)
    {
        var start = script.AsSpan(open + 1, 12).TrimStart();
        if (start[0] is not ('{' or '[' or '%'))
        {
            return null;
        }
        return LenientJson.ParseText(script, open) is { } content ? OfContent(content) : null;
    }
}
