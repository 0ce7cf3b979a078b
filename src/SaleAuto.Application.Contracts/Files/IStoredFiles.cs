namespace SaleAuto.Files;

/// <summary>
/// Files of records. A file is uploaded first and named by a record's field afterwards; from then on it is reached through that record only,
/// by those who may see the record and the field.
/// </summary>
public interface IStoredFiles
{
    /// <summary>Keeps a file. Its type is read from its content; the place where a picture was taken is removed from it.</summary>
    /// <param name="name">Name as the person has it.</param>
    /// <param name="content">The bytes; read to the end or to the limit.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <exception cref="Errors.AuthorizationException">No staff member is signed in.</exception>
    /// <exception cref="Errors.InputValidationException">Empty, too large, or of a type that is not kept; the field is <c>file</c>.</exception>
    Task<StoredFileDto> SaveAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Keeps a small size of a picture that the current person has just uploaded, for lists and galleries.</summary>
    /// <param name="fileId">The picture.</param>
    /// <param name="content">A JPEG.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was kept; false for what is no JPEG or too large, and for files that are no pictures.</returns>
    /// <exception cref="Errors.EntityNotFoundException">There is no such picture, or it is somebody else's.</exception>
    Task<bool> AddThumbnailAsync(Guid fileId, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a file that a field of the record names.</summary>
    /// <param name="resource">Name of the resource in addresses.</param>
    /// <param name="id">The record.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="size">Whether a small size of a picture will do.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.EntityNotFoundException">No such record, no such file, or the person may not see the record or the field that names it.</exception>
    Task<StoredFileContent> ResolveAsync(string resource, Guid id, Guid fileId, PictureVariant size, CancellationToken cancellationToken);

    /// <summary>Opens a file that the current person uploaded and no record names yet: the preview in a form.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none, or it is somebody else's.</exception>
    Task<StoredFileContent> OpenOwnAsync(Guid fileId, CancellationToken cancellationToken);

    /// <summary>Names and types of files whose ids the person has read from a record; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, StoredFileDto>> DescribeAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}

/// <summary>Which size of a picture is meant.</summary>
public enum PictureVariant
{
    /// <summary>As it was uploaded.</summary>
    Full,

    /// <summary>About 320 pixels where there is such a size, or else as it was uploaded.</summary>
    Small,
}

/// <summary>A stored file.</summary>
public sealed record StoredFileDto
{
    /// <summary>Id that a field of a record names.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name with the extension of its type.</summary>
    public required string Name { get; init; }

    /// <summary>Media type, found from the content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Width of a picture in pixels; null when unknown or no picture.</summary>
    public int? Width { get; init; }

    /// <summary>Height of a picture in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public required DateTime UploadedAt { get; init; }

    /// <summary>Whether it is a picture that browsers show.</summary>
    public bool IsPicture => ContentType is "image/jpeg" or "image/png" or "image/webp";
}

/// <summary>A file that is open for reading; the reader disposes the content.</summary>
/// <param name="File">What it is.</param>
/// <param name="Hash">SHA-256 of the content, hexadecimal: the entity tag.</param>
/// <param name="Content">The bytes.</param>
public sealed record StoredFileContent(StoredFileDto File, string Hash, Stream Content);
