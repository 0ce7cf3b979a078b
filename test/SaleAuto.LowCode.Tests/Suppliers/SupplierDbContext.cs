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
    CommitAnnouncer announcer)
    : SaleAutoDbContext(options, clock, currentUser, events, audit, searchTexts, announcer)
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

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfiguration(new SupplierConfiguration());
        base.OnModelCreating(builder);
    }
}
