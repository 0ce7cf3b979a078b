using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Pages kept in memory for conditional requests, up to a number of bytes.</summary>
internal sealed class PageMemory(IOptions<MarketOptions> options) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = options.Value.Fetching.CacheBytes });

    /// <summary>The page as it was last time.</summary>
    public Reply? Find(Uri url) => _cache.Get<Reply>(url);

    /// <summary>Keeps the page, if its site gave it a mark to ask by.</summary>
    public void Keep(Uri url, Reply reply)
    {
        if (reply.Page.StatusCode == 200 && reply.Validators is not null)
        {
            _cache.Set(url, reply, new MemoryCacheEntryOptions { Size = reply.Page.Body.Length });
        }
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();
}
