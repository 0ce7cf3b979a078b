using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Imports;

internal sealed class ExportRunRepository(SaleAutoDbContext db) : EfRepository<ExportRun>(db), IExportRunRepository
{
    public Task AdvanceAsync(Guid id, int written, bool isFinished, DateTime at, CancellationToken cancellationToken) =>
        Db.Set<ExportRun>().Where(x => x.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.Written, written).SetProperty(x => x.IsFinished, isFinished).SetProperty(x => x.ChangedAt, at), cancellationToken);

    public Task ForgetAsync(DateTime heardBefore, CancellationToken cancellationToken) =>
        Db.Set<ExportRun>().Where(x => x.ChangedAt < heardBefore).ExecuteDeleteAsync(cancellationToken);
}
