using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Finds cards without knowing the site: around each shown price the smallest part with a link to an advert, then as far out as no other advert comes in.</summary>
internal sealed class CardFinder(Uri baseAddress)
{
    private const int MaxClimb = 14;
    private const int MaxLinks = 8; // more adverts around one price: that is the list, not a card

    private const int MaxAnchors = 60;

    private readonly Dictionary<IElement, string> _advertOf = [];
    private readonly Dictionary<IElement, ListingUrl?> _links = [];

    /// <summary>Cards around the elements that show prices, with the address of their advert.</summary>
    public List<(IElement Card, ListingUrl Url)> Find(IReadOnlyList<IElement> priceElements)
    {
        var found = Locate(priceElements, url => url.LooksLikeAdvert);
        if (found.Count == 0)
        {
            found = Locate(priceElements, url => url.Depth >= 2);
        }
        foreach (var (inner, url) in found)
        {
            MarkAncestors(inner, url.Key);
        }
        return found.DistinctBy(card => card.Url.Key).Select(card => (Widen(card.Card, card.Url.Key), card.Url)).ToList();
    }

    private List<(IElement Card, ListingUrl Url)> Locate(IReadOnlyList<IElement> priceElements, Func<ListingUrl, bool> isAdvert)
    {
        var found = new List<(IElement, ListingUrl)>();
        var seen = new HashSet<IElement>();
        foreach (var priceElement in priceElements)
        {
            var element = priceElement;
            for (var climbed = 0; element is not null && climbed < MaxClimb && element.LocalName is not ("body" or "html"); climbed++, element = element.ParentElement)
            {
                var links = LinksInside(element, isAdvert);
                if (links is null)
                {
                    break;
                }
                if (links.Count == 0)
                {
                    continue;
                }
                if (seen.Add(element) && links.Select(link => link.Url.Key).Distinct().Count() <= MaxLinks && CardLinks.Best(links, baseAddress) is { } best)
                {
                    found.Add((element, best));
                }
                break;
            }
        }
        return found;
    }

    // Null for a part with more links than a card has: looking further out is of no use.
    private List<(IElement Anchor, ListingUrl Url)>? LinksInside(IElement element, Func<ListingUrl, bool> isAdvert)
    {
        var links = new List<(IElement, ListingUrl)>();
        var anchors = element.LocalName == "a" ? [element] : element.GetElementsByTagName("a").Take(MaxAnchors + 1).ToList();
        if (anchors.Count > MaxAnchors)
        {
            return null;
        }
        foreach (var anchor in anchors)
        {
            if (!_links.TryGetValue(anchor, out var url))
            {
                _links[anchor] = url = CardLinks.Read(anchor, baseAddress);
            }
            if (url is not null && isAdvert(url))
            {
                links.Add((anchor, url));
            }
        }
        return links;
    }

    private void MarkAncestors(IElement inner, string key)
    {
        for (var element = inner; element is not null; element = element.ParentElement)
        {
            if (_advertOf.TryGetValue(element, out var known) && known != key)
            {
                _advertOf[element] = "";
            }
            else if (known is null)
            {
                _advertOf[element] = key;
            }
        }
    }

    private IElement Widen(IElement inner, string key)
    {
        var card = inner;
        for (var climbed = 0; climbed < MaxClimb && card.ParentElement is { } parent && parent.LocalName is not ("body" or "html" or "main"); climbed++)
        {
            if (_advertOf.GetValueOrDefault(parent) != key)
            {
                break;
            }
            card = parent;
        }
        return card;
    }
}
