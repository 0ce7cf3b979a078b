namespace SaleAuto.Market;

/// <summary>Reads one fetched page of adverts; knows no HTTP and no clock.</summary>
public interface IListingExtractor
{
    /// <summary>The adverts of the page. Sold ones and those without a price are left out, and each address comes once.</summary>
    /// <exception cref="SourceBlockedException">A captcha, a robot check or the body of a 403 or 429.</exception>
    /// <exception cref="SourceMarkupChangedException">Neither adverts nor an honest "nothing found".</exception>
    ExtractedPage Extract(FetchedPage page, ExtractionRules rules);
}

/// <summary>A page as it came: the bytes, because the declared charset is not always the true one.</summary>
public sealed record FetchedPage(Uri Url, int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>What a page holds.</summary>
/// <param name="Listings">Adverts in the order of the page.</param>
/// <param name="NextPage">Address of the next page of results, if there is one.</param>
/// <param name="MissingFields">Fields that most adverts lack, such as <c>year</c>: the sign of a redesign that still gives prices.</param>
/// <param name="Method">What the adverts were read from first: <c>jsonLd</c>, <c>microdata</c>, <c>embeddedJson</c> or <c>selectors</c>.</param>
/// <param name="SaidEmpty">The site itself says that nothing was found.</param>
public sealed record ExtractedPage(
    IReadOnlyList<MarketListing> Listings,
    Uri? NextPage,
    IReadOnlySet<string> MissingFields,
    string Method,
    bool SaidEmpty);
