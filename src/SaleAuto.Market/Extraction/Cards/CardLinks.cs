using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Which of the links in a card leads to the advert.</summary>
internal static class CardLinks
{
    public static ListingUrl? Best(IElement card, Uri baseAddress) => Best(Inside(card, baseAddress), baseAddress);

    /// <summary>Links of the element, itself included.</summary>
    public static List<(IElement Anchor, ListingUrl Url)> Inside(IElement element, Uri baseAddress)
    {
        var links = new List<(IElement, ListingUrl)>();
        if (Read(element, baseAddress) is { } own)
        {
            links.Add((element, own));
        }
        foreach (var anchor in element.GetElementsByTagName("a"))
        {
            if (Read(anchor, baseAddress) is { } url)
            {
                links.Add((anchor, url));
            }
        }
        return links;
    }

    public static ListingUrl? Read(IElement anchor, Uri baseAddress) =>
        anchor.LocalName == "a" && ListingUrl.Read(anchor.GetAttribute("href"), baseAddress) is { Depth: > 0 } url ? url : null;

    public static ListingUrl? Best(IReadOnlyList<(IElement Anchor, ListingUrl Url)> links, Uri baseAddress)
    {
        ListingUrl? best = null;
        var bestScore = int.MinValue;
        foreach (var group in links.GroupBy(link => link.Url.Key))
        {
            var score = group.Max(link => Score(link.Anchor, link.Url, baseAddress)) + (group.Count() > 1 ? 1 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (group.First().Url, score);
            }
        }
        return best;
    }

    private static int Score(IElement anchor, ListingUrl url, Uri baseAddress)
    {
        var marks = ElementMarks.Of(anchor);
        var isTitle = ElementMarks.HasStem(marks, "title") || ElementMarks.HasWord(marks, "url") || ElementMarks.HasWord(marks, "name")
            || anchor.ParentElement?.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" || anchor.QuerySelector("h1,h2,h3,h4,h5") is not null;
        return (isTitle ? 4 : 0) + (url.LooksLikeAdvert ? 3 : 0) + (url.Address.Host == baseAddress.Host ? 1 : 0) + Math.Min(1, anchor.ChildNodes.Length)
            + Math.Min(3, url.Depth / 2);
    }
}
