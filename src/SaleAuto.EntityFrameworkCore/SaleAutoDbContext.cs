using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SaleAuto.Auditing;
using SaleAuto.Conventions;
using SaleAuto.Events;
using SaleAuto.Numbers;
using SaleAuto.Repositories;
using SaleAuto.Searching;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto;

/// <summary>All tables. Saving runs the event handlers first, so that what must happen together is written together.</summary>
public class SaleAutoDbContext : IdentityDbContext<StaffMember, IdentityRole<Guid>, Guid>
{
    private const int MostEventRounds = 20;

    private readonly TimeProvider _clock;
    private readonly ICurrentUser _currentUser;
    private readonly ILocalEventPublisher _events;
    private readonly AuditRecorder _audit;
    private readonly IEnumerable<ISearchTextSource> _searchTexts;
    private readonly CommitAnnouncer _announcer;
    private readonly PendingChanges _pending = new();

    /// <summary>For the container.</summary>
    public SaleAutoDbContext(
        DbContextOptions<SaleAutoDbContext> options,
        TimeProvider clock,
        ICurrentUser currentUser,
        ILocalEventPublisher events,
        AuditRecorder audit,
        IEnumerable<ISearchTextSource> searchTexts,
        CommitAnnouncer announcer,
        ContextInUse scope)
        : base(options)
    {
        scope.Context = this;
        (_clock, _currentUser, _events, _audit, _searchTexts, _announcer) = (clock, currentUser, events, audit, searchTexts, announcer);

        // A row that goes into the trash keeps its parts: they are deleted, if at all, when it is known what is really deleted.
        ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
    }

    /// <summary>Tells the listeners what was written since the last commit. Whoever commits a transaction calls it; a save outside of one does so by itself.</summary>
    public void AnnounceCommit() => _announcer.Announce(_pending.Take());

    /// <summary>Forgets what was written by a transaction that was rolled back.</summary>
    public void ForgetWritten() => _pending.Take();

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await PublishEventsAsync(cancellationToken);
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false; // the last look for events has detected everything
        try
        {
            return await WriteAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Refused: there is no synchronous input or output in the program.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync");

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SaleAutoDbContext).Assembly);
        var isSqlite = Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        ModelConventions.Apply(builder, isSqlite);
        if (!isSqlite) // SQLite has no sequences and counts in a table; its JSON is text
        {
            builder.HasSequence($"Numbers_{NumberSeries.Lead}");
            builder.Entity<AuditEntry>().Property(x => x.Changes).HasColumnType("jsonb");
            builder.HasSequence($"Numbers_{NumberSeries.Deal}");
            builder.HasSequence($"Numbers_{NumberSeries.Car}");
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private async Task<int> WriteAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        AuditWriter.Stamp(ChangeTracker, _clock.GetUtcNow().UtcDateTime, _currentUser);
        var changes = PendingChanges.Collect(ChangeTracker);
        AddRange(CachedRowChange.Of(changes, _clock.GetUtcNow()));
        var lines = await _audit.RecordAsync(this, cancellationToken);
        SearchTextWriter.Write(ChangeTracker, _searchTexts); // the lines of the log are searched, too
        int count;
        try
        {
            count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            foreach (var line in lines) // written, or to be recorded anew by the next try
            {
                Entry(line).State = EntityState.Detached;
            }
        }
        _pending.Add(changes);
        if (Database.CurrentTransaction is null)
        {
            AnnounceCommit();
        }
        return count;
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
                await _events.PublishAsync(localEvent, cancellationToken);
            }
        }
        throw new InvalidOperationException("Event handlers raise events without end");
    }
}
