namespace SaleAuto.Market;

/// <summary>What a source gave to a query: adverts, a failure, or the adverts read before it failed.</summary>
internal sealed record SourceAnswer(string Source, IReadOnlyList<MarketListing> Listings, SourceException? Failure);
