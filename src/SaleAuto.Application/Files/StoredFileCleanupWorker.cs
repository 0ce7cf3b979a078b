using SaleAuto.Blobs;
using SaleAuto.LowCode;
using SaleAuto.Repositories;
using SaleAuto.Workers;

namespace SaleAuto.Files;

/// <summary>Removes files that were uploaded and never named by a record: forms that were not saved.</summary>
public sealed class StoredFileCleanupWorker(
    IStoredFileRepository files, IFileReferences references, IBlobContainer blobs, IUnitOfWork unitOfWork, TimeProvider clock) : IDueWorker
{
    private const int AtOnce = 100;

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var due = await files.FindUnattachedAsync(now - StoredFileConsts.UnattachedKeptFor, AtOnce, cancellationToken);
            if (due.Count == 0)
            {
                return;
            }
            var named = await references.FindNamedAsync([.. due.Select(x => x.Id)], cancellationToken);
            foreach (var file in due)
            {
                if (named.Contains(file.Id))
                {
                    file.MarkAttached(now);
                    continue;
                }
                await blobs.DeleteAsync(file.BlobName, cancellationToken);
                if (file.ThumbnailBlobName is { } small)
                {
                    await blobs.DeleteAsync(small, cancellationToken);
                }
                files.Delete(file);
            }
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
    }
}
