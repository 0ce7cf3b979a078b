namespace SaleAuto.Files;

/// <summary>Bounds of uploaded files.</summary>
public static class StoredFileConsts
{
    /// <summary>Largest file, bytes.</summary>
    public const long MaxSize = 25 * 1024 * 1024;

    /// <summary>Largest small size of a picture, bytes.</summary>
    public const long MaxThumbnailSize = 512 * 1024;

    /// <summary>Longest name that is kept; the rest is cut before the extension.</summary>
    public const int MaxNameLength = 150;

    public const int MaxContentTypeLength = 100;
    public const int MaxBlobNameLength = 100;

    /// <summary>Hexadecimal SHA-256.</summary>
    public const int HashLength = 64;

    /// <summary>How long a file may wait for a record that names it; afterwards it is removed.</summary>
    public static readonly TimeSpan UnattachedKeptFor = TimeSpan.FromDays(3);
}
