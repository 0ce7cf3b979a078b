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
}
