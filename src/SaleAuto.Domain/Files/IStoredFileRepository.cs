using SaleAuto.Repositories;

namespace SaleAuto.Files;

/// <summary>Uploaded files.</summary>
public interface IStoredFileRepository : IRepository<StoredFile>
{
    /// <summary>Files by id, for reading only.</summary>
    Task<IReadOnlyList<StoredFile>> GetManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Files uploaded before the moment that were not yet seen on a record, oldest first.</summary>
    Task<IReadOnlyList<StoredFile>> FindUnattachedAsync(DateTime uploadedBefore, int most, CancellationToken cancellationToken);
}
