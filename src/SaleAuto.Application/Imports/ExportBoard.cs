using SaleAuto.LowCode;
using SaleAuto.Repositories;

namespace SaleAuto.Imports;

internal sealed class ExportBoard(IExportRunRepository runs, IUnitOfWork unitOfWork, TimeProvider clock) : IExportBoard
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<bool> BeginAsync(Guid id, Guid? staffId, long total, CancellationToken cancellationToken)
    {
        await runs.ForgetAsync(Now - KeptFor, cancellationToken);
        if (await runs.FindAsync(id, cancellationToken) is not null)
        {
            return false;
        }
        runs.Insert(new ExportRun(id, staffId, total, Now));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return true;
    }

    public Task AdvanceAsync(Guid id, int written, bool isFinished, CancellationToken cancellationToken) => runs.AdvanceAsync(id, written, isFinished, Now, cancellationToken);

    public async Task<ExportProgress?> FindAsync(Guid id, Guid? staffId, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is { } run && run.StaffId == staffId ? new ExportProgress(run.Written, run.Total, run.IsFinished) : null;
}
