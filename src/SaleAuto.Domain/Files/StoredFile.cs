using SaleAuto.Auditing;
using SaleAuto.Entities;

namespace SaleAuto.Files;

/// <summary>An uploaded file. The bytes lie in the blob container; records name the file by its id.</summary>
public class StoredFile : Entity<Guid>, IAudited
{
    private StoredFile()
    {
    } // EF Core

    /// <summary>A file whose content is stored already.</summary>
    public StoredFile(Guid id, string name, FileFacts facts, string blobName, Guid uploaderId, DateTime uploadedAt)
        : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), StoredFileConsts.MaxNameLength);
        ContentType = Check.NotNullOrWhiteSpace(facts.ContentType, nameof(facts), StoredFileConsts.MaxContentTypeLength);
        Size = Check.Range(facts.Size, nameof(facts), 1, StoredFileConsts.MaxSize);
        Sha256 = facts.Sha256;
        (Width, Height) = (facts.Width, facts.Height);
        BlobName = Check.NotNullOrWhiteSpace(blobName, nameof(blobName), StoredFileConsts.MaxBlobNameLength);
        (UploaderId, UploadedAt) = (uploaderId, uploadedAt);
    }

    /// <summary>Name with the extension of its type.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Media type, found from the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the stored content, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Where the content lies in the blob container.</summary>
    public string BlobName { get; private set; } = "";

    /// <summary>Where a small size of the picture lies; null when it came without one.</summary>
    public string? ThumbnailBlobName { get; private set; }

    /// <summary>Width of a picture in pixels, where known.</summary>
    public int? Width { get; private set; }

    /// <summary>Height of a picture in pixels, where known.</summary>
    public int? Height { get; private set; }

    /// <summary>The staff member who uploaded it.</summary>
    public Guid UploaderId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>When a record first took it; such a file is kept, since the history of the record may bring it back.</summary>
    public DateTime? AttachedAt { get; private set; }

    /// <summary>A small size of the picture is stored too.</summary>
    public void KeepThumbnail(string blobName) => ThumbnailBlobName = Check.NotNullOrWhiteSpace(blobName, nameof(blobName), StoredFileConsts.MaxBlobNameLength);

    /// <summary>A record names it.</summary>
    public void MarkAttached(DateTime now) => AttachedAt ??= now;
}

/// <summary>What the content of a file says about it.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the content, hexadecimal.</param>
/// <param name="Width">Width of a picture, where known.</param>
/// <param name="Height">Height of a picture, where known.</param>
public sealed record FileFacts(string ContentType, long Size, string Sha256, int? Width, int? Height);
