using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SaleAuto.Auditing;
using SaleAuto.Events;
using SaleAuto.Repositories;
using SaleAuto.Searching;
using SaleAuto.Users;

namespace SaleAuto.Suppliers;

/// <summary>The program's context as it is when the example's entity has been added.</summary>
public class SupplierDbContext(
    DbContextOptions<SaleAutoDbContext> options,
    TimeProvider clock,
    ICurrentUser currentUser,
    ILocalEventPublisher events,
    AuditRecorder audit,
    IEnumerable<ISearchTextSource> searchTexts,
    CommitAnnouncer announcer,
    ContextInUse scope,
    SaveWatch watch)
    : SaleAutoDbContext(options, clock, currentUser, events, audit, searchTexts, announcer, scope)
{
    /// <summary>What the migration of the example does: the difference between the model without and with it.</summary>
    public async Task MigrateAsync(SaleAutoDbContext without)
    {
        var model = this.GetService<IDesignTimeModel>().Model;
        var operations = this.GetService<IMigrationsModelDiffer>().GetDifferences(without.GetService<IDesignTimeModel>().Model.GetRelationalModel(), model.GetRelationalModel());
        foreach (var command in this.GetService<IMigrationsSqlGenerator>().Generate(operations, model))
        {
            await Database.ExecuteSqlRawAsync(command.CommandText);
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        watch.Add(ChangeTracker.Entries<Supplier>().Count(e => e.State == EntityState.Added));
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfiguration(new SupplierConfiguration());
        base.OnModelCreating(builder);
    }
}

/// <summary>Tells a test how many suppliers are being saved: the moment in the middle of a batch.</summary>
public sealed class SaveWatch
{
    private int _count;
    private Action<int>? _onSaving;

    /// <summary>Is told how many were saved since it was set: the check of an import saves them too, and takes them back.</summary>
    public Action<int>? OnSaving
    {
        set => (_count, _onSaving) = (0, value);
    }

    public void Add(int count)
    {
        _count += count;
        _onSaving?.Invoke(_count);
    }
}
