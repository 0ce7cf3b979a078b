using System.Security.Cryptography;
using SaleAuto.Blobs;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Repositories;
using SaleAuto.Users;

namespace SaleAuto.Files;

internal sealed class StoredFiles(
    IStoredFileRepository files, IBlobContainer blobs, IUnitOfWork unitOfWork, ICurrentUser user, RecordFiles records, TimeProvider clock) : IStoredFiles
{
    private const string Field = "file";
    private const string Jpeg = "image/jpeg";

    public async Task<StoredFileDto> SaveAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var uploader = user.StaffId ?? throw new AuthorizationException();
        await using var upload = await Upload.ReceiveAsync(content, StoredFileConsts.MaxSize, cancellationToken)
            ?? throw new InputValidationException(Field, SaleAutoErrorCodes.Files.TooLarge);
        if (upload.Length == 0)
        {
            throw new InputValidationException(Field, SaleAutoErrorCodes.Files.Empty);
        }
        var contentType = FileKinds.Find(upload, name) ?? throw new InputValidationException(Field, SaleAutoErrorCodes.Files.TypeNotAllowed);
        upload.Position = 0;
        return IsPicture(contentType)
            ? await SavePictureAsync(name, contentType, upload, uploader, cancellationToken)
            : await SaveAsync(name, contentType, upload, null, uploader, cancellationToken);
    }

    public async Task<bool> AddThumbnailAsync(Guid fileId, Stream content, CancellationToken cancellationToken)
    {
        var file = await files.FindAsync(fileId, cancellationToken);
        if (user.StaffId is not { } me || file?.UploaderId != me)
        {
            throw new EntityNotFoundException(typeof(StoredFile), fileId);
        }
        await using var upload = await Upload.ReceiveAsync(content, StoredFileConsts.MaxThumbnailSize, cancellationToken);
        if (!IsPicture(file.ContentType) || upload is not { Length: > 0 } || FileKinds.Find(upload, file.Name) != Jpeg)
        {
            return false;
        }
        var picture = new byte[upload.Length];
        upload.Position = 0;
        await upload.ReadExactlyAsync(picture, cancellationToken);
        PicturePlace.Remove(picture);
        using var cleaned = new MemoryStream(picture);
        var blobName = file.BlobName + "-small";
        await blobs.SaveAsync(blobName, cleaned, cancellationToken);
        file.KeepThumbnail(blobName);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<StoredFileContent> ResolveAsync(string resource, Guid id, Guid fileId, PictureVariant size, CancellationToken cancellationToken)
    {
        if (!await records.NamesAsync(resource, id, fileId, cancellationToken))
        {
            throw new EntityNotFoundException(typeof(StoredFile), fileId);
        }
        var file = await files.GetAsync(fileId, cancellationToken);
        return size == PictureVariant.Small && file.ThumbnailBlobName is { } small && await blobs.FindAsync(small, cancellationToken) is { } content
            ? new StoredFileContent(Describe(file) with { ContentType = Jpeg }, file.Sha256 + "-small", content)
            : await OpenAsync(file, cancellationToken);
    }

    public async Task<StoredFileContent> OpenOwnAsync(Guid fileId, CancellationToken cancellationToken)
    {
        var file = await files.FindAsync(fileId, cancellationToken);
        return user.StaffId is { } me && file is { AttachedAt: null } && file.UploaderId == me
            ? await OpenAsync(file, cancellationToken)
            : throw new EntityNotFoundException(typeof(StoredFile), fileId);
    }

    public async Task<IReadOnlyDictionary<Guid, StoredFileDto>> DescribeAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? new Dictionary<Guid, StoredFileDto>() : (await files.GetManyAsync(ids, cancellationToken)).ToDictionary(x => x.Id, Describe);

    private static bool IsPicture(string contentType) => contentType.StartsWith("image/", StringComparison.Ordinal);

    private async Task<StoredFileDto> SavePictureAsync(string name, string contentType, Stream upload, Guid uploader, CancellationToken cancellationToken)
    {
        var picture = new byte[upload.Length];
        await upload.ReadExactlyAsync(picture, cancellationToken);
        PicturePlace.Remove(picture);
        using var cleaned = new MemoryStream(picture);
        return await SaveAsync(name, contentType, cleaned, PictureSize.Find(picture, contentType), uploader, cancellationToken);
    }

    private async Task<StoredFileDto> SaveAsync(
        string name, string contentType, Stream content, (int Width, int Height)? size, Guid uploader, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        var facts = new FileFacts(contentType, content.Length, hash, size?.Width, size?.Height);
        var file = new StoredFile(id, FileKinds.Rename(name, contentType), facts, $"files/{id:N}", uploader, clock.GetUtcNow().UtcDateTime);
        content.Position = 0;

        // The content first: a crash in between leaves a blob that nobody names, never a file without content.
        await blobs.SaveAsync(file.BlobName, content, cancellationToken);
        files.Insert(file);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Describe(file);
    }

    private async Task<StoredFileContent> OpenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var content = await blobs.FindAsync(file.BlobName, cancellationToken) ?? throw new EntityNotFoundException(typeof(StoredFile), file.Id);
        return new StoredFileContent(Describe(file), file.Sha256, content);
    }

    private static StoredFileDto Describe(StoredFile file) => new()
    {
        Id = file.Id,
        Name = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Width = file.Width,
        Height = file.Height,
        UploadedAt = file.UploadedAt,
    };
}
