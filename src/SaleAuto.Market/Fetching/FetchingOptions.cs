namespace SaleAuto.Market;

/// <summary>Section <c>Market:Fetching</c>: what holds for all sites.</summary>
public sealed record FetchingOptions
{
    /// <summary>Who we say we are. The first word, up to the slash, is our name in robots.txt.</summary>
    public string UserAgent { get; set; } = "";

    /// <summary>How long a robots.txt holds; RFC 9309 allows a day.</summary>
    public TimeSpan RobotsMaxAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Memory for pages kept for conditional requests, bytes.</summary>
    public long CacheBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Redirects followed for one page.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Hosts that may stand at a private address, such as the company's own registry gateway.</summary>
    public IList<string> TrustedHosts { get; set; } = [];

    /// <summary>Name of our robot in robots.txt.</summary>
    public string ProductToken => UserAgent.Split('/', ' ')[0];
}
