using Microsoft.Extensions.Caching.Memory;
using SaleAuto.Repositories;

namespace SaleAuto.Settings;

/// <summary>Keeps settings in memory until a commit of any node changes one of them; a node that hears nothing looks again after ten seconds.</summary>
internal sealed class SettingCache(IMemoryCache cache) : IRowChangeListener
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);

    private long _generation;

    public async Task<TSettings> GetAsync<TSettings>(string group, Func<Task<TSettings>> read)
    {
        var key = (nameof(SettingCache), group, Interlocked.Read(ref _generation)); // taken before the reading: a commit meanwhile leaves the old value under the old key
        return cache.TryGetValue(key, out TSettings? known) ? known! : cache.Set(key, await read(), CacheTime);
    }

    public void OnCommitted(IReadOnlyList<RowChange> changes)
    {
        if (changes.Any(x => x.EntityType == typeof(SettingVersion)))
        {
            Interlocked.Increment(ref _generation);
        }
    }
}
