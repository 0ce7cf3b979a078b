using Microsoft.EntityFrameworkCore;
using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Repositories;

/// <summary>Loads and adds aggregates of one type.</summary>
public class EfRepository<TEntity>(SaleAutoDbContext db) : IRepository<TEntity>
    where TEntity : Entity<Guid>
{
    /// <summary>The context of the unit of work.</summary>
    protected SaleAutoDbContext Db { get; } = db;

    /// <inheritdoc />
    public async Task<TEntity> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new EntityNotFoundException(typeof(TEntity), id);

    /// <inheritdoc />
    public async Task<TEntity?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Set<TEntity>().Local.FindEntry(id)?.Entity
        ?? await Db.Set<TEntity>().FirstOrDefaultAsync(e => e.Id == id, cancellationToken);

    /// <inheritdoc />
    public void Insert(TEntity entity) => Db.Add(entity);

    /// <inheritdoc />
    public void Delete(TEntity entity) => Db.Remove(entity);
}
