using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Files;

internal sealed class StoredFileRepository(SaleAutoDbContext db) : EfRepository<StoredFile>(db), IStoredFileRepository
{
    public async Task<IReadOnlyList<StoredFile>> GetManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await Db.Set<StoredFile>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(cancellationToken);

    public Task<int> AttachAsync(IReadOnlyCollection<Guid> ids, Guid uploaderId, DateTime now, CancellationToken cancellationToken) =>
        Db.Set<StoredFile>().Where(x => ids.Contains(x.Id) && x.UploaderId == uploaderId && x.AttachedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.AttachedAt, now), cancellationToken);

    public async Task<IReadOnlyList<StoredFile>> FindUnattachedAsync(DateTime uploadedBefore, int most, CancellationToken cancellationToken) =>
        await Db.Set<StoredFile>().Where(x => x.AttachedAt == null && x.UploadedAt < uploadedBefore)
            .OrderBy(x => x.UploadedAt).ThenBy(x => x.Id).Take(most).ToListAsync(cancellationToken);
}
