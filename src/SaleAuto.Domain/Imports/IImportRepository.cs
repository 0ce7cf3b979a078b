using SaleAuto.Repositories;

namespace SaleAuto.Imports;

/// <summary>Imports and their faults.</summary>
public interface IImportRepository : IRepository<ImportJob>
{
    /// <summary>Takes one import that is to be worked on, so that no other node does, or null when there is none.</summary>
    Task<Guid?> ClaimAsync(DateTime now, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Imports of a person into a resource, newest first, for reading only.</summary>
    Task<IReadOnlyList<ImportJob>> FindOwnAsync(Guid ownerId, string resource, int most, CancellationToken cancellationToken);

    /// <summary>Adds a fault to the unit of work.</summary>
    void Insert(ImportFault fault);

    /// <summary>Faults after a row, by row; whole rows only.</summary>
    Task<IReadOnlyList<ImportFault>> GetFaultsAsync(Guid importId, int afterRow, int most, CancellationToken cancellationToken);

    /// <summary>Forgets the faults of an import.</summary>
    Task DeleteFaultsAsync(Guid importId, CancellationToken cancellationToken);

    /// <summary>Imports uploaded before the moment that nobody works on, oldest first.</summary>
    Task<IReadOnlyList<ImportJob>> FindOldAsync(DateTime uploadedBefore, int most, CancellationToken cancellationToken);
}
