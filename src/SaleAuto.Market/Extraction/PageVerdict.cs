using AngleSharp.Html.Dom;

namespace SaleAuto.Market;

/// <summary>What a page without adverts is: a robot check, an honest "nothing found", or something not understood.</summary>
internal static class PageVerdict
{
    private const int ShortPage = 3000; // characters of text; a check page says little else

    public static string? BlockedBy(IHtmlDocument document, string html, ExtractionRules rules)
    {
        if (!string.IsNullOrEmpty(rules.Blocked) && document.QuerySelector(rules.Blocked) is not null)
        {
            return "the selector of a robot check matches";
        }
        var text = VisibleText(document);
        var prominent = PlainText.Of(document.Title) + "\n" + string.Join('\n', document.QuerySelectorAll("h1,h2").Take(4).Select(heading => PlainText.Of(heading.TextContent)));
        foreach (var words in ShippedRules.Generic.BlockedTexts.Concat(rules.BlockedTexts))
        {
            if (Says(prominent, words) || (text.Length < ShortPage && Says(text, words)))
            {
                return $"it says «{words}»";
            }
        }
        return text.Length < ShortPage ? ShippedRules.Generic.BlockedMarkers.Where(marker => html.Contains(marker, StringComparison.OrdinalIgnoreCase)).Select(marker => $"it carries {marker}").FirstOrDefault() : null;
    }

    public static bool SaysEmpty(IHtmlDocument document, ExtractionRules rules)
    {
        if (!string.IsNullOrEmpty(rules.Empty) && document.QuerySelector(rules.Empty) is not null)
        {
            return true;
        }
        var text = VisibleText(document);
        return ShippedRules.Generic.EmptyTexts.Concat(rules.EmptyTexts).Any(words => Says(text, words));
    }

    private static string VisibleText(IHtmlDocument document) =>
        document.Body is { } body ? ElementText.Of(body, '\n', element => element.LocalName is "header" or "footer" or "nav" or "select", 200_000) : "";

    private static bool Says(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            // "0 объявлений" is not the end of "30 объявлений" or "1 000 объявлений"
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && !(char.IsAsciiDigit(words[0]) && at > 1 && text[at - 1] == ' ' && char.IsAsciiDigit(text[at - 2])))
            {
                return true;
            }
        }
        return false;
    }
}
