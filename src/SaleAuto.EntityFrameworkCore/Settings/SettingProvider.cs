using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Caching.Memory;

namespace SaleAuto.Settings;

internal sealed class SettingVersionConfiguration : IEntityTypeConfiguration<SettingVersion>
{
    public void Configure(EntityTypeBuilder<SettingVersion> version)
    {
        version.ToTable("SettingVersions");
        version.Property(x => x.Group).HasMaxLength(100);
        version.HasIndex(x => new { x.Group, x.ChangedAt });
    }
}

/// <summary>Reads the newest version of a group; other nodes see a change within the cache's time.</summary>
internal sealed class SettingProvider(SaleAutoDbContext db, IMemoryCache cache) : ISettingProvider
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);

    public async Task<TSettings> GetAsync<TSettings>(CancellationToken cancellationToken)
        where TSettings : class, new()
    {
        if (cache.TryGetValue(CacheKey<TSettings>(), out TSettings? cached))
        {
            return cached!;
        }
        var group = typeof(TSettings).Name;
        var value = await db.Set<SettingVersion>()
            .Where(x => x.Group == group)
            .OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id)
            .Select(x => x.Value)
            .FirstOrDefaultAsync(cancellationToken);
        var settings = value is null ? new TSettings() : JsonSerializer.Deserialize<TSettings>(value, JsonSerializerOptions.Web)!;
        return cache.Set(CacheKey<TSettings>(), settings, CacheTime);
    }

    internal static string CacheKey<TSettings>() => $"settings:{typeof(TSettings).Name}";
}
