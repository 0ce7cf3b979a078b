using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SaleAuto.Market;

/// <summary>One walk over a page that gathers everything the readers need, so that none of them searches the whole page again.</summary>
internal sealed class PageScan
{
    private static readonly System.Buffers.SearchValues<char> CurrencySigns = System.Buffers.SearchValues.Create("₽$€₸₴£¥");

    private readonly Stack<Level> _path = new();

    private PageScan(Uri pageAddress) => BaseAddress = pageAddress;

    /// <summary>The page's address, or its base element's.</summary>
    public Uri BaseAddress { get; private set; }

    public List<string> JsonLd { get; } = [];

    /// <summary>Scripts, data islands and data attributes that mention a price.</summary>
    public List<string> Data { get; } = [];

    /// <summary>Top-level microdata items.</summary>
    public List<SchemaItem> Microdata { get; } = [];

    /// <summary>Elements whose text shows a sum.</summary>
    public List<IElement> PriceElements { get; } = [];

    /// <summary>Elements that are called a price, for pages whose currency is a picture.</summary>
    public List<IElement> MarkedPrices { get; } = [];

    /// <summary>Link that the page itself marks as the next page of results.</summary>
    public ListingUrl? Next { get; private set; }

    public static PageScan Of(IHtmlDocument document, Uri pageAddress)
    {
        var scan = new PageScan(pageAddress);
        scan.Walk(document);
        return scan;
    }

    private void Walk(IHtmlDocument document)
    {
        _path.Push(new Level(document, null));
        while (_path.Count > 0)
        {
            var level = _path.Peek();
            if (level.Next >= level.Node.ChildNodes.Length)
            {
                _path.Pop();
                continue;
            }
            var child = level.Node.ChildNodes[level.Next++];
            if (child is IText text)
            {
                if (ShowsSum(text.Data) && text.ParentElement is { } parent && (PriceElements.Count == 0 || PriceElements[^1] != parent))
                {
                    PriceElements.Add(parent);
                }
            }
            else if (child is IElement element)
            {
                Enter(element, level.Item);
            }
        }
    }

    private void Enter(IElement element, SchemaItem? item)
    {
        switch (element.LocalName)
        {
            case "script":
                TakeScript(element);
                return;
            case "style" or "svg" or "noscript" or "template":
                return;
            case "base" when Uri.TryCreate(BaseAddress, element.GetAttribute("href") ?? "", out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal):
                BaseAddress = address;
                break;
            case "a" or "link":
                TakeNext(element);
                break;
            default:
                break;
        }
        _path.Push(new Level(element, TakeAttributes(element) ? EnterItem(element, item) : item));
    }

    private SchemaItem? EnterItem(IElement element, SchemaItem? item)
    {
        var inner = item;
        var property = item is null ? null : element.GetAttribute("itemprop");
        if (element.HasAttribute("itemscope"))
        {
            inner = new SchemaItem { Element = element };
            inner.AddType(element.GetAttribute("itemtype"));
            if (property is null)
            {
                Microdata.Add(inner);
            }
        }
        foreach (var name in (property ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            item!.Add(name, inner != item ? inner! : MicrodataValue.Of(element));
        }
        return inner;
    }

    private void TakeScript(IElement script)
    {
        var type = script.GetAttribute("type") ?? "";
        var text = script.TextContent;
        if (type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            JsonLd.Add(text);
        }
        else if (text.Length > 60 && text.Contains("price", StringComparison.OrdinalIgnoreCase))
        {
            Data.Add(text);
        }
    }

    // One look at each attribute; the answer is whether there is microdata among them.
    private bool TakeAttributes(IElement element)
    {
        var hasMicrodata = false;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name is "itemprop" or "itemscope")
            {
                hasMicrodata = true;
            }
            else if (attribute.Name is "class" or "data-ftid" or "data-marker" or "data-testid" && attribute.Value.Contains("price", StringComparison.OrdinalIgnoreCase))
            {
                MarkedPrices.Add(element);
            }
            else if (attribute.Value is { Length: > 60 } value && value[0] is '{' or '[' && value.Contains("price", StringComparison.OrdinalIgnoreCase))
            {
                Data.Add(value);
            }
        }
        return hasMicrodata;
    }

    private void TakeNext(IElement link)
    {
        if (Next is null && (link.GetAttribute("rel")?.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase) == true || IsNextByMarks(link)))
        {
            Next = ListingUrl.Read(link.GetAttribute("href"), BaseAddress);
        }
    }

    private static bool IsNextByMarks(IElement link)
    {
        if (link.LocalName != "a")
        {
            return false;
        }
        var marks = ElementMarks.Of(link);
        return ElementMarks.HasStem(marks, "pag") && (ElementMarks.HasWord(marks, "next") || ElementMarks.HasStem(marks, "nextpage"));
    }

    private static bool ShowsSum(string text) =>
        text.AsSpan().ContainsAny(CurrencySigns)
        || (text.AsSpan().ContainsAnyInRange('0', '9') && (text.Contains("руб", StringComparison.OrdinalIgnoreCase) || text.Contains("р.", StringComparison.Ordinal)
            || text.Contains("т.р", StringComparison.Ordinal) || text.Contains("млн", StringComparison.OrdinalIgnoreCase)));

    private sealed class Level(INode node, SchemaItem? item)
    {
        public INode Node { get; } = node;
        public SchemaItem? Item { get; } = item;
        public int Next { get; set; }
    }
}
