namespace SaleAuto.Market;

/// <summary>A site of car adverts.</summary>
public interface IMarketSource
{
    /// <summary>Name from the settings, such as <c>drom.ru</c>.</summary>
    string Name { get; }

    /// <summary>Adverts for the query, every page that the politeness settings allow. An empty list means that the site said so.</summary>
    /// <exception cref="SourceUnavailableException">The site is down, slow, or its circuit is open.</exception>
    /// <exception cref="SourceBlockedException">The site takes us for a robot or forbids the address in robots.txt.</exception>
    /// <exception cref="SourceMarkupChangedException">The page was not understood.</exception>
    Task<IReadOnlyList<MarketListing>> SearchAsync(MarketQuery query, CancellationToken cancellationToken);
}

/// <summary>What is looked for. Years are included at both ends.</summary>
public sealed record MarketQuery(string Make, string Model, int YearFrom, int YearTo);

/// <summary>All sources together, with a cache by model and year: what the valuation asks.</summary>
public interface IMarketSearch
{
    /// <summary>Adverts of every source that answered; failures of single sources are recorded in their health and named in the result.</summary>
    Task<MarketSearchResult> SearchAsync(MarketQuery query, CancellationToken cancellationToken);
}

/// <summary>Answer of all sources together.</summary>
/// <param name="Listings">Adverts, duplicates across sources included; the valuation removes them.</param>
/// <param name="AnsweredSources">Sources that answered, from the network or the cache.</param>
/// <param name="FailedSources">Sources that did not, with the kind of failure.</param>
public sealed record MarketSearchResult(
    IReadOnlyList<MarketListing> Listings,
    IReadOnlyList<string> AnsweredSources,
    IReadOnlyDictionary<string, SourceFailure> FailedSources);

/// <summary>How a source failed.</summary>
public enum SourceFailure
{
    /// <summary>Down, slow or broken.</summary>
    Unavailable,

    /// <summary>Refuses us.</summary>
    Blocked,

    /// <summary>Redesigned.</summary>
    MarkupChanged,
}
