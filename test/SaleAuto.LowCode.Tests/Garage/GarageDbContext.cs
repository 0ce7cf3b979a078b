using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SaleAuto.Auditing;
using SaleAuto.Events;
using SaleAuto.Repositories;
using SaleAuto.Searching;
using SaleAuto.Users;

namespace SaleAuto.LowCode.Garage;

/// <summary>The program's own context with the tables of the garage beside it.</summary>
public class GarageDbContext(
    DbContextOptions<SaleAutoDbContext> options,
    TimeProvider clock,
    ICurrentUser currentUser,
    ILocalEventPublisher events,
    AuditRecorder audit,
    IEnumerable<ISearchTextSource> searchTexts,
    CommitAnnouncer announcer,
    ContextInUse scope)
    : SaleAutoDbContext(options, clock, currentUser, events, audit, searchTexts, announcer, scope)
{
    /// <summary>Adds the garage's tables to a migrated database.</summary>
    public async Task CreateGarageAsync(SaleAutoDbContext without)
    {
        var operations = this.GetService<IMigrationsModelDiffer>().GetDifferences(
            without.GetService<IDesignTimeModel>().Model.GetRelationalModel(),
            this.GetService<IDesignTimeModel>().Model.GetRelationalModel());
        var commands = this.GetService<IMigrationsSqlGenerator>().Generate(operations, this.GetService<IDesignTimeModel>().Model);
        foreach (var command in commands)
        {
            await Database.ExecuteSqlRawAsync(command.CommandText);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<Branch>().Property(x => x.Title).HasMaxLength(40);
        builder.Entity<Visit>(visit =>
        {
            visit.HasIndex(x => x.Start);
            visit.HasMany(x => x.Jobs).WithOne().HasForeignKey("VisitId").OnDelete(DeleteBehavior.Cascade);
            visit.Navigation(x => x.Jobs).AutoInclude();
        });
        builder.Entity<VisitJob>();
        builder.Entity<TowTicket>();
        base.OnModelCreating(builder);
    }
}
