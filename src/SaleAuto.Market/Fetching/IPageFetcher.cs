namespace SaleAuto.Market;

/// <summary>Brings pages of sites: politely, within limits, and only where robots.txt allows it.</summary>
public interface IPageFetcher
{
    /// <summary>The page at the address or where it redirects to.</summary>
    /// <exception cref="SourceUnavailableException">The site is down, slow, answers too much, or leads to a private address.</exception>
    /// <exception cref="SourceBlockedException">The site refuses us or robots.txt forbids the address.</exception>
    Task<FetchedPage> FetchAsync(string source, Uri url, PolitenessOptions politeness, CancellationToken cancellationToken);
}
