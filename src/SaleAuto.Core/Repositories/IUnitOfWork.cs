namespace SaleAuto.Repositories;

/// <summary>Changes that are written together or not at all.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs the event handlers of the changed aggregates and writes everything in one transaction.</summary>
    /// <exception cref="Errors.ConcurrencyConflictException">A row was changed by somebody else, or a unique value was taken meanwhile.</exception>
    Task SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Runs a use case in one transaction and, when somebody else was quicker, again from its start with fresh rows.</summary>
    /// <param name="action">Loads, decides and changes; must not keep objects loaded outside.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken);

    /// <summary>Waits until nobody else works under the key, and holds it until the running transaction ends: for work on rows that may not exist yet.</summary>
    Task TakeTurnAsync(string key, CancellationToken cancellationToken);
}
