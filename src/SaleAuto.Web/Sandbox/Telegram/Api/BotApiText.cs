using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>A text without its tags, and what they marked.</summary>
internal sealed partial record BotApiText(string Text, IReadOnlyList<ApiEntity> Entities)
{
    private static readonly Dictionary<string, string> _types = new()
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["code"] = "code",
        ["pre"] = "pre",
        ["a"] = "text_link",
        ["blockquote"] = "blockquote",
        ["tg-spoiler"] = "spoiler",
    };

    /// <summary>Reads what a call gave as text or caption.</summary>
    public static BotApiText Read(string given, string? parseMode, IReadOnlyList<ApiEntity>? entities)
    {
        var read = parseMode switch
        {
            null or "" => new BotApiText(given.Replace("\r", "", StringComparison.Ordinal), entities ?? []),
            _ when parseMode.Equals("HTML", StringComparison.OrdinalIgnoreCase) => ReadHtml(given.Replace("\r", "", StringComparison.Ordinal)),
            _ => throw BotApiRefusal.BadRequest("unsupported parse_mode"), // the program writes HTML only
        };
        return read.Trim().WithFound();
    }

    /// <summary>What Telegram finds by itself in a text: commands, addresses, telephone numbers.</summary>
    public static BotApiText Plain(string text) => new BotApiText(text, []).Trim().WithFound();

    private static BotApiText ReadHtml(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Tag, int Start, string? Url)>();
        var entities = new List<ApiEntity>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                at = ReadTag(html, at, text, open, entities);
                continue;
            }
            var end = html.IndexOf('<', at);
            end = end < 0 ? html.Length : end;
            text.Append(WebUtility.HtmlDecode(html[at..end]));
            at = end;
        }
        return open.TryPeek(out var left)
            ? throw BotApiRefusal.BadRequest($"can't parse entities: Can't find end tag corresponding to start tag \"{left.Tag}\"")
            : new BotApiText(text.ToString(), [.. entities.OrderBy(x => x.Offset).ThenByDescending(x => x.Length)]);
    }

    private static int ReadTag(string html, int at, StringBuilder text, Stack<(string Tag, int Start, string? Url)> open, List<ApiEntity> entities)
    {
        var tag = Tag().Match(html, at);
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        var offset = Encoding.UTF8.GetByteCount(html.AsSpan(0, at));
        if (!tag.Success || !_types.TryGetValue(name, out var type))
        {
            throw BotApiRefusal.BadRequest($"can't parse entities: Unsupported start tag \"{name}\" at byte offset {offset}");
        }
        if (!tag.Groups["end"].Success)
        {
            var url = WebUtility.HtmlDecode(tag.Groups["href"].Value);
            open.Push((name, text.Length, url.Length == 0 ? null : url));
        }
        else if (!open.TryPop(out var start))
        {
            throw BotApiRefusal.BadRequest($"can't parse entities: Unexpected end tag at byte offset {offset}");
        }
        else if (start.Tag != name)
        {
            throw BotApiRefusal.BadRequest($"can't parse entities: Unmatched end tag at byte offset {offset}, expected \"</{start.Tag}>\", found \"</{name}>\"");
        }
        else if (text.Length > start.Start && (type != "text_link" || IsAddress(start.Url)))
        {
            entities.Add(new ApiEntity(type, start.Start, text.Length - start.Start, start.Url));
        }
        return at + tag.Length;
    }

    private static bool IsAddress(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "tg" or "tel" or "mailto";

    private BotApiText Trim()
    {
        var start = Text.Length - Text.TrimStart().Length;
        var text = Text.Trim();
        if (text.Length == Text.Length)
        {
            return this;
        }
        var kept = from entity in Entities
                   let first = Math.Max(entity.Offset - start, 0)
                   let end = Math.Min(entity.Offset + entity.Length - start, text.Length)
                   where end > first
                   select entity with { Offset = first, Length = end - first };
        return new BotApiText(text, [.. kept]);
    }

    private BotApiText WithFound()
    {
        var quiet = Entities.Where(x => x.Type is "code" or "pre" or "text_link").ToList();
        var found = Found().Matches(Text)
            .Where(match => !quiet.Exists(x => match.Index < x.Offset + x.Length && x.Offset < match.Index + match.Length))
            .Select(match => new ApiEntity(match.Groups["command"].Success ? "bot_command" : match.Groups["url"].Success ? "url" : "phone_number", match.Index, match.Length));
        return this with { Entities = [.. Entities.Concat(found).OrderBy(x => x.Offset).ThenByDescending(x => x.Length)] };
    }

    [GeneratedRegex("""\G<(?<end>/)?(?<name>[A-Za-z][A-Za-z0-9-]*)(?:\s+href\s*=\s*(?:"(?<href>[^"<>]*)"|'(?<href>[^'<>]*)')|\s+[a-z-]+(?:="[^"<>]*")?)*\s*>""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<command>(?<![\w/:.])/[A-Za-z0-9_]{1,32}(?![\w/.]))|(?<url>https?://[^\s<>""]+[^\s<>"".,;:!?)\]»])|(?<phone>\+\d[\d ()\-]{8,18}\d)", RegexOptions.None, 1000)]
    private static partial Regex Found();
}
