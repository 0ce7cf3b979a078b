using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Staff;

namespace SaleAuto.Repositories;

/// <summary>Rows that are written but perhaps not yet committed.</summary>
internal sealed class PendingChanges
{
    private List<RowChange> _changes = [];

    /// <summary>Collects what the next save is about to write.</summary>
    public static List<RowChange> Collect(ChangeTracker tracker)
    {
        var changes = new List<RowChange>();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && FindId(entry.Entity) is { } id)
            {
                changes.Add(new RowChange(entry.Metadata.ClrType, id, Kind(entry)));
            }
        }
        return changes;
    }

    /// <summary>They are written.</summary>
    public void Add(List<RowChange> changes) => _changes.AddRange(changes);

    /// <summary>Takes them, once they are committed or lost.</summary>
    public IReadOnlyList<RowChange> Take()
    {
        var changes = _changes;
        _changes = [];
        return changes;
    }

    private static Guid? FindId(object entity) => entity switch
    {
        AuditEntry => null, // they go with the rows that they tell of
        CachedRowChange => null,
        Entity<Guid> row => row.Id,
        StaffMember staff => staff.Id,
        IdentityRole<Guid> role => role.Id,
        IdentityUserRole<Guid> membership => membership.UserId,
        _ => null,
    };

    private static RowChangeKind Kind(EntityEntry entry) => entry switch
    {
        { State: EntityState.Added } => RowChangeKind.Added,
        { State: EntityState.Deleted } => RowChangeKind.Deleted,
        { Entity: IFullAudited { IsDeleted: true } } when entry.Property(nameof(IFullAudited.IsDeleted)).IsModified => RowChangeKind.Deleted,
        _ => RowChangeKind.Modified,
    };
}
