using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SaleAuto.Market;

/// <summary>Runs the methods over one page, and only those that still can add something.</summary>
internal sealed class PageReading(IHtmlDocument document, PageScan scan, Uri pageAddress, ExtractionRules rules, VehicleNames names)
{
    public ListingDrafts Drafts { get; } = new();

    /// <summary>The first method that found adverts.</summary>
    public string Method { get; private set; } = "selectors";

    public void Run()
    {
        var schema = new SchemaOrgReader(scan.BaseAddress, pageAddress, Drafts);
        Try("jsonLd", () => schema.Read(JsonLdItems.Read(scan.JsonLd)));
        Try("microdata", () => schema.Read(scan.Microdata));
        var isStructured = Drafts.Found.Any(draft => draft.Price is not null);
        if (!isStructured)
        {
            Try("embeddedJson", () => ReadEmbedded(Drafts.Add));
        }
        Try("selectors", ReadCards);
        if (isStructured && NeedsMore())
        {
            ReadEmbedded(Drafts.Fill);
        }
        Drafts.JoinByPrice();
        TakePageAsAdvert();
    }

    private void Try(string method, Action read)
    {
        var before = Drafts.Found.Count;
        read();
        if (before == 0 && Drafts.Found.Count > 0)
        {
            Method = method;
        }
    }

    private void ReadEmbedded(Action<ListingDraft> take)
    {
        var listings = new EmbeddedListings(scan.BaseAddress);
        foreach (var script in scan.Data)
        {
            foreach (var value in ScriptJson.Find(script))
            {
                foreach (var draft in listings.Find(value))
                {
                    take(draft);
                }
            }
        }
    }

    private void ReadCards()
    {
        var reader = new CardReader(rules, scan.BaseAddress, names);
        var known = Drafts.Found.Select(draft => draft.Url!.Shape).ToHashSet();
        var bySelector = CardsBySelector().Select(card => reader.Read(card, null)).Where(draft => draft.Url is not null).ToList();
        if (bySelector.Count > 0)
        {
            bySelector.ForEach(Drafts.Add);
            return;
        }
        var cards = new CardFinder(scan.BaseAddress).Find(scan.PriceElements);
        if (cards.Count == 0)
        {
            cards = new CardFinder(scan.BaseAddress).Find(scan.MarkedPrices);
        }
        foreach (var (card, url) in cards)
        {
            // Other prices with a link (a generation, a credit) have neither a car's facts nor an address like the adverts'.
            if (known.Count > 0 && !known.Contains(url.Shape))
            {
                continue;
            }
            var draft = reader.Read(card, url);
            if (Drafts.Contains(draft.Url ?? url) || (draft.Title is not null && (draft.Year is not null || draft.MileageKm is not null)))
            {
                Drafts.Add(draft);
            }
        }
    }

    private IEnumerable<IElement> CardsBySelector() => string.IsNullOrEmpty(rules.Card) ? [] : document.QuerySelectorAll(rules.Card);

    private bool NeedsMore() =>
        Drafts.Found.Any(draft => draft.Price is null || draft.IsPriceShown)
        || Drafts.Found.Count(draft => draft.Year is null || draft.MileageKm is null) * 2 > Drafts.Found.Count;

    // A page about one car need not repeat its own address.
    private void TakePageAsAdvert()
    {
        if (Drafts.Found.Count == 0 && Drafts.WithoutAddress.Where(draft => draft.Price is not null && draft.Title is not null).Take(2).ToList() is [var only])
        {
            only.Url = ListingUrl.Read(pageAddress.AbsoluteUri, pageAddress);
            Drafts.Add(only);
        }
    }
}
