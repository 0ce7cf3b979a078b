using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SaleAuto.Entities;
using SaleAuto.Users;

namespace SaleAuto.Auditing;

/// <summary>Turns what is about to be saved into lines of the audit log, saved with it.</summary>
public sealed class AuditRecorder(ICurrentUser user, IRequestOrigin origin, IAuditOperation operation, StaffNames names, TimeProvider clock)
{
    /// <summary>Adds a line for every changed row of an audited type, and the name of the person to every new line.</summary>
    /// <param name="db">The context that is being saved; changes are already detected.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The lines that stand for changed rows: recorded anew when the save is tried again.</returns>
    public async Task<IReadOnlyList<AuditEntry>> RecordAsync(SaleAutoDbContext db, CancellationToken cancellationToken)
    {
        var recorded = new List<AuditEntry>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }
            if (entry.Entity is AuditEntry given)
            {
                await SignAsync(db, given, cancellationToken);
            }
            else if (Tell(db, entry) is { } line)
            {
                await SignAsync(db, line, cancellationToken);
                recorded.Add(line);
            }
        }
        db.AddRange(recorded);
        return recorded;
    }

    /// <summary>A line about something that changes no row.</summary>
    public AuditEntry Tell(AuditRecord record) => Tell(new AuditSubject(
        record.Action,
        record.TargetType,
        record.TargetId,
        TargetVersion: null,
        AuditJson.Of(record.Changes),
        record.Note ?? operation.Note,
        operation.OperationId));

    private async ValueTask SignAsync(SaleAutoDbContext db, AuditEntry line, CancellationToken cancellationToken)
    {
        if (line is { ActorKind: AuditActorKind.Staff, ActorId: { } staffId })
        {
            line.Sign(await names.FindAsync(db, staffId, cancellationToken));
        }
    }

    private AuditEntry Tell(AuditSubject subject) => new(
        Guid.CreateVersion7(clock.GetUtcNow()),
        clock.GetUtcNow().UtcDateTime,
        user switch
        {
            { StaffId: { } staffId } => new AuditActor(AuditActorKind.Staff, staffId),
            { ClientId: { } clientId } => new AuditActor(AuditActorKind.Client, clientId),
            _ => new AuditActor(AuditActorKind.Program, null),
        },
        new AuditOrigin(origin.Address, origin.CorrelationId),
        subject);

    private AuditEntry? Tell(SaleAutoDbContext db, EntityEntry entry)
    {
        if (entry.Entity is IdentityUserRole<Guid> membership)
        {
            return TellMembership(db, membership, entry.State);
        }
        if (AuditedType.Of(entry.Metadata) is not { } type)
        {
            return null;
        }
        var changes = AuditJson.Of(entry, entry.State, type);
        var action = Action(entry);
        if (action == AuditActions.Updated)
        {
            if (changes is null)
            {
                return null; // only columns that are not told of, such as a counter of wrong passwords
            }
            action = operation.Action ?? action;
        }
        return Tell(new AuditSubject(
            action,
            type.Name,
            entry.Property(nameof(Entity<>.Id)).CurrentValue as Guid?,
            (entry.Entity as IHasVersion)?.Version,
            changes,
            operation.Note,
            operation.OperationId));
    }

    private AuditEntry TellMembership(SaleAutoDbContext db, IdentityUserRole<Guid> membership, EntityState state)
    {
        var role = db.Roles.Local.FindEntry(membership.RoleId)?.Entity.Name ?? membership.RoleId.ToString();
        var change = state == EntityState.Deleted ? new AuditChange(role, null) : new AuditChange(null, role);
        return Tell(new AuditSubject(
            state == EntityState.Deleted ? AuditActions.RoleTaken : AuditActions.RoleGiven,
            nameof(Staff.StaffMember),
            membership.UserId,
            TargetVersion: null,
            AuditJson.Of(new Dictionary<string, AuditChange> { ["Role"] = change }),
            operation.Note,
            operation.OperationId));
    }

    private static string Action(EntityEntry entry)
    {
        if (entry.State == EntityState.Modified && entry.Entity is IFullAudited)
        {
            var isDeleted = entry.Property(nameof(IFullAudited.IsDeleted));
            if ((bool)isDeleted.CurrentValue! != (bool)isDeleted.OriginalValue!)
            {
                return (bool)isDeleted.CurrentValue! ? AuditActions.Deleted : AuditActions.Restored;
            }
        }
        return entry.State switch
        {
            EntityState.Added => AuditActions.Created,
            EntityState.Deleted => AuditActions.Deleted,
            _ => AuditActions.Updated,
        };
    }
}
