using System.Net;
using System.Text;

namespace SaleAuto.Bot;

/// <summary>Shortens Telegram's HTML: what is read counts, tags and entities do not; no tag stays open.</summary>
internal static class BotHtml
{
    /// <summary>The text itself when it fits, else its beginning.</summary>
    public static string Fit(string html, int most)
    {
        if (html.Length <= most)
        {
            return html;
        }
        var kept = new StringBuilder();
        var open = new Stack<string>();
        var length = 0;
        var cut = (Kept: 0, Open: Array.Empty<string>()); // where one more sign, the ellipsis, still fits
        for (var i = 0; i < html.Length;)
        {
            var part = NextPart(html, i);
            if (part[0] == '<')
            {
                Follow(part, open);
            }
            else
            {
                var size = WebUtility.HtmlDecode(part).Length;
                if (length + size > most)
                {
                    kept.Length = cut.Kept;
                    kept.Append('…');
                    return kept.Append(string.Concat(cut.Open.Select(tag => $"</{tag}>"))).ToString();
                }
                length += size;
            }
            kept.Append(part);
            i += part.Length;
            if (length < most)
            {
                cut = (kept.Length, [.. open]);
            }
        }
        return html;
    }

    private static string NextPart(string html, int at)
    {
        var end = html[at] switch
        {
            '<' => html.IndexOf('>', at),
            '&' => html.IndexOf(';', at),
            _ when char.IsHighSurrogate(html[at]) && at + 1 < html.Length => at + 1,
            _ => at,
        };
        return html[at..(end < 0 ? html.Length : end + 1)];
    }

    private static void Follow(string tag, Stack<string> open)
    {
        if (tag.StartsWith("</", StringComparison.Ordinal))
        {
            open.TryPop(out _);
            return;
        }
        var name = tag.TrimStart('<').TrimEnd('>');
        open.Push(name.Split(' ')[0]);
    }
}
