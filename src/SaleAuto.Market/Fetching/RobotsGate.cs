using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Lets an address through when the robots.txt of its host does (RFC 9309).</summary>
internal sealed class RobotsGate(PolitePages pages, IOptions<MarketOptions> options, TimeProvider time)
{
    // RFC 9309, section 2.5: at least 500 KiB must be read; what is longer than that is no rule file.
    private const int MaxBytes = 512 * 1024;
    private static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (RobotsTxt Rules, DateTimeOffset ReadAt)> _known = new();

    /// <summary>Passes or throws; a crawl-delay slows the lane of the host down.</summary>
    /// <exception cref="SourceBlockedException">The address is forbidden.</exception>
    /// <exception cref="SourceUnavailableException">robots.txt could not be read, which forbids everything for now.</exception>
    public async Task EnterAsync(string source, Uri url, PolitenessOptions politeness, CancellationToken cancellationToken)
    {
        var rules = await GetRulesAsync(source, url, politeness, cancellationToken);
        if (rules.CrawlDelay is { } delay)
        {
            pages.LaneOf(url, politeness).SlowDown(delay < LongestCrawlDelay ? delay : LongestCrawlDelay);
        }
        if (!rules.Allows(url.PathAndQuery))
        {
            throw new SourceBlockedException(source, $"robots.txt forbids {url.AbsolutePath}");
        }
    }

    private async Task<RobotsTxt> GetRulesAsync(string source, Uri url, PolitenessOptions politeness, CancellationToken cancellationToken)
    {
        var host = url.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(host, out var known) && time.GetUtcNow() - known.ReadAt < options.Value.Fetching.RobotsMaxAge)
        {
            return known.Rules;
        }
        var rules = await ReadAsync(source, new Uri(url, "/robots.txt"), politeness, cancellationToken);
        _known[host] = (rules, time.GetUtcNow());
        return rules;
    }

    private async Task<RobotsTxt> ReadAsync(string source, Uri url, PolitenessOptions politeness, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= options.Value.Fetching.MaxRedirects; redirects++)
        {
            var reply = await TryGetAsync(source, url, politeness with { MaxPageBytes = MaxBytes }, cancellationToken);
            if (reply?.Page.StatusCode is 200)
            {
                return RobotsTxt.Parse(System.Text.Encoding.UTF8.GetString(reply.Page.Body.Span), options.Value.Fetching.ProductToken);
            }
            if (reply?.Page.StatusCode is 301 or 302 or 303 or 307 or 308 && reply.Location is { } location && location.Scheme.StartsWith("http", StringComparison.Ordinal))
            {
                url = location;
                continue;
            }
            break;
        }
        return RobotsTxt.AllowAll;
    }

    // A refusal to show robots.txt forbids nothing (RFC 9309, section 2.3.1.3), unless it asks for time.
    private async Task<Reply?> TryGetAsync(string source, Uri url, PolitenessOptions politeness, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.GetAsync(source, url, politeness, null, cancellationToken);
        }
        catch (SourceBlockedException refused) when (refused.RetryAt is null)
        {
            return null;
        }
    }
}
