using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SaleAuto.Blobs;

namespace SaleAuto.Market;

/// <summary>Keeps pages that were not understood, with where and when they came from, so that the reading can be mended on the real thing.</summary>
internal sealed class RawPages(IBlobContainer blobs, IOptions<MarketOptions> options, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Keeps the page and returns the name of its blob. Each source has a fixed number of places; the address decides which one is overwritten.</summary>
    public async Task<string> KeepAsync(string source, FetchedPage page, string reason, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(page.Url.AbsoluteUri));
        var place = BitConverter.ToUInt32(hash) % (uint)options.Value.RawPagesPerSource;
        var name = $"market/raw/{source.ToLowerInvariant()}/{place:000}.html";
        var body = page.Body.Length > options.Value.RawPageBytes ? page.Body[..options.Value.RawPageBytes] : page.Body;
        var origin = new { Url = page.Url.AbsoluteUri, page.StatusCode, page.ContentType, At = time.GetUtcNow().UtcDateTime, Length = page.Body.Length, Reason = reason };

        await blobs.SaveAsync(name, new MemoryStream(body.ToArray()), cancellationToken);
        await blobs.SaveAsync($"{name}.json", new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(origin, Readable)), cancellationToken);
        return name;
    }
}
