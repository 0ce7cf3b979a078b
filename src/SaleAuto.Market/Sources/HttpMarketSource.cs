namespace SaleAuto.Market;

/// <summary>A site of adverts as its settings describe it: page after page until there is no next one or politeness says enough.</summary>
internal sealed class HttpMarketSource(SourceOptions site, BaseAddresses addresses, IPageFetcher fetcher, IListingExtractor extractor, RawPages rawPages) : IMarketSource
{
    private readonly ExtractionRules _rules = site.Extraction with { Source = site.Name };

    /// <inheritdoc />
    public string Name => site.Name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<MarketListing>> SearchAsync(MarketQuery query, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, MarketListing>();
        try
        {
            var baseAddress = await addresses.GetAsync(site.BaseAddress, cancellationToken);
            var url = SearchAddresses.Of(site, baseAddress, query, 1);
            for (var page = 1; url is not null && page <= site.Politeness.MaxPages; page++)
            {
                var read = await ReadAsync(url, cancellationToken);
                var isNews = read.Listings.Count(listing => found.TryAdd(listing.Url, listing)) > 0;
                // Sites answer a page past the last one with the last or the first one again.
                url = isNews && read.NextPage is not null ? SearchAddresses.Of(site, baseAddress, query, page + 1) ?? read.NextPage : null;
            }
            return [.. found.Values];
        }
        catch (SourceException failure)
        {
            failure.FoundBefore = [.. found.Values];
            throw;
        }
    }

    private async Task<ExtractedPage> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        var page = await fetcher.FetchAsync(Name, url, site.Politeness, cancellationToken);
        try
        {
            return extractor.Extract(page, _rules);
        }
        catch (SourceException failure)
        {
            failure.RawPage = await rawPages.KeepAsync(Name, page, failure.Message, cancellationToken);
            throw;
        }
    }
}
