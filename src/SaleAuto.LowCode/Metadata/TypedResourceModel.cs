using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>The parts of a resource that need the entity's type: made once at start, so that no row costs reflection.</summary>
internal sealed class ResourceModel<TEntity, TInput> : ResourceModel
    where TEntity : class
    where TInput : class
{
    public Func<IServiceProvider, Guid, TInput, CancellationToken, Task<TEntity>>? Creating { get; init; }

    public Func<IServiceProvider, TEntity, TInput, CancellationToken, Task>? Updating { get; init; }

    public Func<IServiceProvider, TEntity, CancellationToken, Task>? Deleting { get; init; }

    public Func<TInput>? Constructor { get; init; }

    public Func<TEntity, TInput>? Reading { get; init; }

    private static readonly Func<object, object?> IdOf = Accessors.Getter(typeof(TEntity).GetProperty("Id")!);

    internal override object NewInput() => Constructor!();

    internal override object InputOf(object entity) => Reading!((TEntity)entity);

    internal override async Task<object> CreateAsync(IServiceProvider services, Guid id, object input, CancellationToken cancellationToken) =>
        await Creating!(services, id, (TInput)input, cancellationToken);

    internal override Task UpdateAsync(IServiceProvider services, object entity, object input, CancellationToken cancellationToken) =>
        Updating!(services, (TEntity)entity, (TInput)input, cancellationToken);

    internal override Task CheckDeletionAsync(IServiceProvider services, object entity, CancellationToken cancellationToken) =>
        Deleting?.Invoke(services, (TEntity)entity, cancellationToken) ?? Task.CompletedTask;

    internal override IQueryable Query(DbContext db) => db.Set<TEntity>();

    internal override async Task<IReadOnlyList<Guid>> FillSearchTextsAsync(DbContext db, ISearchTextSource texts, Guid after, int most, CancellationToken cancellationToken)
    {
        var empty = await db.Set<TEntity>().IgnoreQueryFilters().AsNoTracking()
            .Where(x => EF.Property<Guid>(x, "Id") > after && EF.Property<string?>(x, QueryExpressions.SearchTextColumn) == null)
            .OrderBy(x => EF.Property<Guid>(x, "Id"))
            .Take(most)
            .ToListAsync(cancellationToken);
        foreach (var entity in empty)
        {
            var id = (Guid)IdOf(entity)!;
            var (text, guarded) = (texts.TextOf(entity) ?? "", texts.GuardedTextOf(entity));
            var row = db.Set<TEntity>().IgnoreQueryFilters().Where(x => EF.Property<Guid>(x, "Id") == id);
            await (entity is IGuardedSearchable
                ? row.ExecuteUpdateAsync(
                    set => set
                        .SetProperty(x => EF.Property<string?>(x, QueryExpressions.SearchTextColumn), text)
                        .SetProperty(x => EF.Property<string?>(x, QueryExpressions.GuardedSearchTextColumn), guarded),
                    cancellationToken)
                : row.ExecuteUpdateAsync(set => set.SetProperty(x => EF.Property<string?>(x, QueryExpressions.SearchTextColumn), text), cancellationToken));
        }
        return [.. empty.Select(entity => (Guid)IdOf(entity)!)];
    }

    internal override async Task<object?> FirstAsync(DbContext db, Expression query, CancellationToken cancellationToken) =>
        await Query(db).Provider.CreateQuery<TEntity>(query).FirstOrDefaultAsync(cancellationToken);
}
