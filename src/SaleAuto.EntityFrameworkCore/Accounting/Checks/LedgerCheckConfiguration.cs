using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Accounting.Checks;

internal sealed class LedgerCheckConfiguration : IEntityTypeConfiguration<LedgerCheck>
{
    public void Configure(EntityTypeBuilder<LedgerCheck> check)
    {
        check.ToTable("LedgerChecks");
        check.Ignore(x => x.Results);
        check.Property(x => x.Night).HasMaxLength(10);
        check.HasIndex(x => x.Day).IsUnique();
        check.HasIndex(x => new { x.Broken, x.Day });
    }
}

internal sealed class LedgerCheckRepository(SaleAutoDbContext db) : EfRepository<LedgerCheck>(db), ILedgerCheckRepository
{
    public Task<bool> WasCheckedAsync(DateOnly day, CancellationToken cancellationToken) => Db.Set<LedgerCheck>().AnyAsync(x => x.Day == day, cancellationToken);
}
