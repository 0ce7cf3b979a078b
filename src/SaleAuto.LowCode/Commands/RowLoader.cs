using Microsoft.EntityFrameworkCore;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>Loads one row to change it, held to the row filters of the person.</summary>
internal sealed class RowLoader(DbContext db)
{
    /// <summary>The tracked entity.</summary>
    /// <exception cref="EntityNotFoundException">There is none, or the person may not see it.</exception>
    public async Task<object> LoadAsync(ResourceModel resource, Guid id, StaffAccess access, TrashMode trash, CancellationToken cancellationToken) =>
        await FindAsync(resource, id, access, trash, cancellationToken) ?? throw new EntityNotFoundException(resource.EntityType, id);

    /// <summary>Version of an entity; 0 where there is none.</summary>
    public static long VersionOf(object entity) => (entity as IHasVersion)?.Version ?? 0;

    /// <summary>The tracked entity, or null.</summary>
    public Task<object?> FindAsync(ResourceModel resource, Guid id, StaffAccess access, TrashMode trash, CancellationToken cancellationToken)
    {
        var query = new ResolvedQuery { Resource = resource, Scope = RowScope.Of(resource, access), Purpose = QueryPurpose.Ids, Trash = resource.HasTrash ? trash : TrashMode.Without };
        if (!query.Scope.IsAll)
        {
            query.StaffSlot = query.Add(query.Scope.StaffId!.Value);
        }
        query.Filter = new ResolvedCondition(resource.Id, FilterOperator.Eq, [query.Add(id)], []);
        return resource.FirstAsync(db, new QueryExpressions(query, db, nullsAreLargest: true, withValues: true).Source(), cancellationToken);
    }
}
