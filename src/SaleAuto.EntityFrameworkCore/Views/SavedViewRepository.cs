using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Views;

internal sealed class SavedViewRepository(SaleAutoDbContext db) : EfRepository<SavedView>(db), ISavedViewRepository
{
    public async Task<(IReadOnlyList<SavedView> Views, GridLayout? Layout)> GetForAsync(
        string resource, Guid staffId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        var views = await Db.Set<SavedView>().AsNoTracking()
            .Where(v => v.Resource == resource
                && (v.OwnerId == staffId || v.Audience == ViewAudience.Shared || (v.Audience == ViewAudience.Role && roles.Contains(v.Role!))))
            .ToListAsync(cancellationToken);
        var layout = await Db.Set<GridLayout>().AsNoTracking().FirstOrDefaultAsync(l => l.StaffId == staffId && l.Resource == resource, cancellationToken);
        return (views, layout);
    }

    public async Task<IReadOnlyList<SavedView>> GetDefaultsAsync(string resource, ViewAudience audience, string? role, CancellationToken cancellationToken) =>
        await Db.Set<SavedView>().Where(v => v.Resource == resource && v.IsDefault && v.Audience == audience && v.Role == role).ToListAsync(cancellationToken);

    public Task<int> CountOwnAsync(string resource, Guid staffId, CancellationToken cancellationToken) =>
        Db.Set<SavedView>().CountAsync(v => v.Resource == resource && v.OwnerId == staffId, cancellationToken);

    public Task<GridLayout?> FindLayoutAsync(string resource, Guid staffId, CancellationToken cancellationToken) =>
        Db.Set<GridLayout>().FirstOrDefaultAsync(l => l.StaffId == staffId && l.Resource == resource, cancellationToken);

    public void Insert(GridLayout layout) => Db.Add(layout);
}
