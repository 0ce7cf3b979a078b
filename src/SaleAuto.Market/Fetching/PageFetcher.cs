using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <inheritdoc />
internal sealed class PageFetcher(PolitePages pages, RobotsGate robots, PageMemory memory, IOptions<MarketOptions> options) : IPageFetcher
{
    /// <inheritdoc />
    public async Task<FetchedPage> FetchAsync(string source, Uri url, PolitenessOptions politeness, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= options.Value.Fetching.MaxRedirects; redirects++)
        {
            if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            {
                throw new SourceUnavailableException(source, $"leads to a {url.Scheme} address");
            }
            await robots.EnterAsync(source, url, politeness, cancellationToken);
            var known = memory.Find(url);
            var reply = await pages.GetAsync(source, url, politeness, known?.Validators, cancellationToken);
            switch (reply.Page.StatusCode)
            {
                case 304 when known is not null:
                    return known.Page;
                case 301 or 302 or 303 or 307 or 308 when reply.Location is not null:
                    url = reply.Location;
                    continue;
                default:
                    memory.Keep(url, reply);
                    return reply.Page;
            }
        }
        throw new SourceUnavailableException(source, "redirects without end");
    }
}
