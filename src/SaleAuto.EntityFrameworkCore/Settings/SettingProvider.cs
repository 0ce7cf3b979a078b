using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

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

/// <summary>Reads the newest version of a group.</summary>
internal sealed class SettingProvider(Lazy<SaleAutoDbContext> db, ReadCache<SettingVersion> cache) : ISettingProvider
{
    public Task<TSettings> GetAsync<TSettings>(CancellationToken cancellationToken)
        where TSettings : class, new() => ReadAsync<TSettings>(typeof(TSettings).Name, cancellationToken);

    public Task<TSettings> GetAsync<TSettings>(string part, CancellationToken cancellationToken)
        where TSettings : class, new() => ReadAsync<TSettings>(SettingVersion.PartOf(typeof(TSettings).Name, part), cancellationToken);

    private Task<TSettings> ReadAsync<TSettings>(string group, CancellationToken cancellationToken)
        where TSettings : class, new() => cache.GetAsync(
            group,
            async () =>
            {
                var value = await db.Value.Set<SettingVersion>()
                    .Where(x => x.Group == group)
                    .OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id)
                    .Select(x => x.Value)
                    .FirstOrDefaultAsync(cancellationToken);
                return value is null ? new TSettings() : JsonSerializer.Deserialize<TSettings>(value, JsonSerializerOptions.Web)!;
            });
}
