using Microsoft.Extensions.Caching.Memory;

namespace SaleAuto.Repositories;

/// <summary>Keeps what was read from the rows of one type until a commit of any node touches one of them; a node that hears nothing looks again after ten seconds.</summary>
internal sealed class ReadCache<TRow>(IMemoryCache cache) : IRowChangeListener
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);

    private long _generation;

    public async Task<TRead> GetAsync<TRead>(object key, Func<Task<TRead>> read)
    {
        var entry = (typeof(TRow), key, Interlocked.Read(ref _generation)); // taken before the reading: a commit meanwhile leaves the old value under the old key
        return cache.TryGetValue(entry, out TRead? known) ? known! : cache.Set(entry, await read(), CacheTime);
    }

    public void OnCommitted(IReadOnlyList<RowChange> changes)
    {
        if (changes.Any(x => x.EntityType == typeof(TRow)))
        {
            Interlocked.Increment(ref _generation);
        }
    }
}
