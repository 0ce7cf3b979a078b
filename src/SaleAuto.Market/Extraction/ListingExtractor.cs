using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SaleAuto.Market;

/// <summary>
/// Reads a page in the order JSON-LD, microdata, embedded data, cards. The readings of one advert are joined by its address:
/// structured data has the full price, the card often alone has year and mileage.
/// </summary>
public sealed class ListingExtractor(VehicleNames names) : IListingExtractor
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions
    {
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
    });

    /// <inheritdoc />
    public ExtractedPage Extract(FetchedPage page, ExtractionRules rules)
    {
        if (page.StatusCode is 401 or 403 or 429)
        {
            throw new SourceBlockedException(rules.Source, $"answer {page.StatusCode}");
        }
        var html = PageDecoder.Decode(page);
        using var document = Parser.ParseDocument(html);
        var scan = PageScan.Of(document, page.Url);
        var reading = new PageReading(document, scan, page.Url, rules, names);
        reading.Run();
        var found = reading.Drafts.Found;
        var listings = ListingAssembly.Assemble(found, rules.Source, names);
        if (listings.Count == 0 && !(found.Count > 0 && found.All(draft => draft.IsSold || draft.IsPriceOnRequest)))
        {
            return WithoutAdverts(document, html, rules, reading);
        }
        return new ExtractedPage(listings, Next(document, rules, scan), ListingAssembly.MissingFields(listings), reading.Method, SaidEmpty: false);
    }

    private static ExtractedPage WithoutAdverts(IHtmlDocument document, string html, ExtractionRules rules, PageReading reading)
    {
        if (PageVerdict.BlockedBy(document, html, rules) is { } sign)
        {
            throw new SourceBlockedException(rules.Source, $"robot check: {sign}");
        }
        if (!PageVerdict.SaysEmpty(document, rules))
        {
            throw new SourceMarkupChangedException(rules.Source, reading.Drafts.Found.Count > 0
                ? $"{reading.Drafts.Found.Count} adverts without a readable price"
                : "neither adverts nor words that nothing was found");
        }
        return new ExtractedPage([], null, new HashSet<string>(), reading.Method, SaidEmpty: true);
    }

    private static Uri? Next(IHtmlDocument document, ExtractionRules rules, PageScan scan)
    {
        if (scan.Next is not null || string.IsNullOrEmpty(rules.Next))
        {
            return scan.Next?.Address;
        }
        return ListingUrl.Read(document.QuerySelector(rules.Next)?.GetAttribute("href"), scan.BaseAddress)?.Address;
    }
}
