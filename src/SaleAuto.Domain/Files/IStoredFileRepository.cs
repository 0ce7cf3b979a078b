using SaleAuto.Repositories;

namespace SaleAuto.Files;

/// <summary>Uploaded files.</summary>
public interface IStoredFileRepository : IRepository<StoredFile>
{
    /// <summary>Files by id, for reading only.</summary>
    Task<IReadOnlyList<StoredFile>> GetManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Notes at once that a record names those of the files that the person uploaded and that no record had named.</summary>
    /// <returns>How many that were.</returns>
    Task<int> AttachAsync(IReadOnlyCollection<Guid> ids, Guid uploaderId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Files uploaded before the moment that were not yet seen on a record, oldest first.</summary>
    Task<IReadOnlyList<StoredFile>> FindUnattachedAsync(DateTime uploadedBefore, int most, CancellationToken cancellationToken);
}
