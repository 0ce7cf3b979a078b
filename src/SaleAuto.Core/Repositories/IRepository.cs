using SaleAuto.Entities;

namespace SaleAuto.Repositories;

/// <summary>Loads and adds aggregates of one type. Changes are written by <see cref="IUnitOfWork"/>.</summary>
public interface IRepository<TEntity>
    where TEntity : Entity<Guid>
{
    /// <summary>The entity with that id.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none.</exception>
    Task<TEntity> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The entity with that id, or null.</summary>
    Task<TEntity?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Adds a new entity to the unit of work.</summary>
    void Insert(TEntity entity);

    /// <summary>Puts an entity into the trash, or removes it where it has none.</summary>
    void Delete(TEntity entity);
}
