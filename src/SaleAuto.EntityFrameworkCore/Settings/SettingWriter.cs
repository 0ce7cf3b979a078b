using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using SaleAuto.Users;

namespace SaleAuto.Settings;

/// <summary>Writes a new version of a settings group; the old ones stay as history.</summary>
internal sealed class SettingWriter(SaleAutoDbContext db, IMemoryCache cache, TimeProvider clock, ICurrentUser user) : ISettingWriter
{
    public void Change<TSettings>(TSettings settings)
        where TSettings : class, new()
    {
        var value = JsonSerializer.Serialize(settings, JsonSerializerOptions.Web);
        db.Add(new SettingVersion(Guid.CreateVersion7(), typeof(TSettings).Name, value, user.StaffId, clock.GetUtcNow().UtcDateTime));
        cache.Remove(SettingProvider.CacheKey<TSettings>());
    }
}
