using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Conventions;
using SaleAuto.Events;
using SaleAuto.Numbers;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto;

/// <summary>All tables. Saving runs the event handlers first, so that what must happen together is written together.</summary>
public class SaleAutoDbContext(
    DbContextOptions<SaleAutoDbContext> options,
    TimeProvider clock,
    ICurrentUser currentUser,
    ILocalEventPublisher events)
    : IdentityDbContext<StaffMember, IdentityRole<Guid>, Guid>(options)
{
    private const int MostEventRounds = 20;

    private HashSet<Type> _written = [];

    /// <summary>Types of the rows written since the last call.</summary>
    public IReadOnlySet<Type> TakeWrittenTypes()
    {
        var written = _written;
        _written = [];
        return written;
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await PublishEventsAsync(cancellationToken);
        AuditWriter.Stamp(ChangeTracker, clock.GetUtcNow().UtcDateTime, currentUser);
        var written = ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Metadata.ClrType)
            .ToList();
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        _written.UnionWith(written);
        return count;
    }

    /// <summary>Refused: there is no synchronous input or output in the program.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync");

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SaleAutoDbContext).Assembly);
        ModelConventions.Apply(builder);
        if (!Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) // SQLite has no sequences and counts in a table
        {
            builder.HasSequence($"Numbers_{NumberSeries.Lead}");
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private async Task PublishEventsAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostEventRounds; round++)
        {
            var changed = ChangeTracker.Entries<IHasLocalEvents>().Select(e => e.Entity).Where(e => e.LocalEvents.Count > 0).ToList();
            if (changed.Count == 0)
            {
                return;
            }
            var raised = changed.SelectMany(e => e.LocalEvents).ToList();
            changed.ForEach(e => e.ClearLocalEvents());
            foreach (var localEvent in raised)
            {
                await events.PublishAsync(localEvent, cancellationToken);
            }
        }
        throw new InvalidOperationException("Event handlers raise events without end");
    }
}
