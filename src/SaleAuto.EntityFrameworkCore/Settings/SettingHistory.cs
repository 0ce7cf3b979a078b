using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Settings;

internal sealed class SettingHistory(SaleAutoDbContext db) : ISettingHistory
{
    public async Task<IReadOnlyList<SettingVersion>> GetAsync(string group, int most, CancellationToken cancellationToken) => await db.Set<SettingVersion>()
        .AsNoTracking()
        .Where(x => x.Group == group)
        .OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id)
        .Take(most)
        .ToListAsync(cancellationToken);

    public Task<SettingVersion?> FindAsync(string group, DateTime at, CancellationToken cancellationToken) => db.Set<SettingVersion>()
        .AsNoTracking()
        .Where(x => x.Group == group && x.ChangedAt <= at)
        .OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id)
        .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, SettingVersion>> GetPartsAsync(string group, CancellationToken cancellationToken)
    {
        var beginning = SettingVersion.PartOf(group, "");
        var versions = await db.Set<SettingVersion>().AsNoTracking().Where(x => x.Group.StartsWith(beginning)).ToListAsync(cancellationToken);
        return versions
            .GroupBy(x => x.Group[beginning.Length..])
            .ToDictionary(x => x.Key, x => x.OrderBy(y => y.ChangedAt).ThenBy(y => y.Id).Last());
    }
}
