using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SaleAuto.Entities;
using SaleAuto.Users;

namespace SaleAuto.Conventions;

/// <summary>Raises versions, fills the audit columns and turns deleting into putting into the trash.</summary>
internal static class AuditWriter
{
    public static void Stamp(ChangeTracker tracker, DateTime now, ICurrentUser user)
    {
        var actor = user.StaffId ?? user.ClientId;
        foreach (var entry in tracker.Entries().ToList())
        {
            if (entry is { State: EntityState.Deleted, Entity: IFullAudited })
            {
                entry.State = EntityState.Modified;
                Set(entry, nameof(IFullAudited.IsDeleted), true);
                Set(entry, nameof(IFullAudited.DeletionTime), now);
                Set(entry, nameof(IFullAudited.DeleterId), actor);
            }
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                StampChange(entry, now, actor);
            }
        }
    }

    private static void StampChange(EntityEntry entry, DateTime now, Guid? actor)
    {
        if (entry.Entity is IHasVersion versioned)
        {
            Set(entry, nameof(IHasVersion.Version), versioned.Version + 1);
        }
        if (entry.Entity is not IFullAudited)
        {
            return;
        }
        if (entry.State == EntityState.Added)
        {
            Set(entry, nameof(IFullAudited.CreationTime), now);
            Set(entry, nameof(IFullAudited.CreatorId), actor);
        }
        else
        {
            Set(entry, nameof(IFullAudited.LastModificationTime), now);
            Set(entry, nameof(IFullAudited.LastModifierId), actor);
        }
    }

    private static void Set(EntityEntry entry, string property, object? value) =>
        entry.Property(property).CurrentValue = value;
}
