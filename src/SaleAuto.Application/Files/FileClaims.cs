using SaleAuto.LowCode;

namespace SaleAuto.Files;

internal sealed class FileClaims(IStoredFileRepository files, TimeProvider clock) : IFileClaims
{
    public async Task<IReadOnlySet<Guid>> FindOwnAsync(IReadOnlyCollection<Guid> fileIds, Guid? staffId, CancellationToken cancellationToken) =>
        (await files.GetManyAsync(fileIds, cancellationToken)).Where(f => f.UploaderId == staffId && f.AttachedAt is null).Select(f => f.Id).ToHashSet();

    public async Task<bool> TryTakeAsync(IReadOnlyCollection<Guid> fileIds, Guid? staffId, CancellationToken cancellationToken) =>
        staffId is { } uploader && await files.AttachAsync(fileIds, uploader, clock.GetUtcNow().UtcDateTime, cancellationToken) == fileIds.Count;
}
