using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

internal sealed class CashPlaceConfiguration : IEntityTypeConfiguration<CashPlace>
{
    public void Configure(EntityTypeBuilder<CashPlace> place)
    {
        place.ToTable("CashPlaces");
        place.Property(x => x.Name).HasMaxLength(AccountingConsts.MaxPlaceNameLength);
        place.HasIndex(x => x.Name).IsUnique();
        place.HasIndex(x => x.Kind, "IX_CashPlaces_OneUsual").IsUnique().HasFilter("\"IsUsual\"");
        place.HasData(Beginning(CashPlace.SafeId, CashPlaceKind.Safe, "Сейф"), Beginning(CashPlace.BankId, CashPlaceKind.Bank, "Расчётный счёт"));
    }

    private static object Beginning(Guid id, CashPlaceKind kind, string name) => new
    {
        Id = id,
        Kind = kind,
        Name = name,
        IsUsual = true,
        IsActive = true,
        Version = 1L,
        IsDeleted = false,
        CreationTime = DateTime.UnixEpoch,
        SearchText = name.ToLowerInvariant(),
    };
}

internal sealed class CashPlaceRepository(SaleAutoDbContext db) : EfRepository<CashPlace>(db), ICashPlaceRepository
{
    private const int Most = 200;

    public async Task<IReadOnlyList<CashPlace>> GetOfferedAsync(CancellationToken cancellationToken) =>
        await Db.Set<CashPlace>().AsNoTracking().Where(x => x.IsActive).OrderByDescending(x => x.Kind).ThenBy(x => x.Name).Take(Most).ToListAsync(cancellationToken);

    public Task<CashPlace?> FindUsualAsync(CashPlaceKind kind, CancellationToken cancellationToken) =>
        Db.Set<CashPlace>().FirstOrDefaultAsync(x => x.Kind == kind && x.IsUsual, cancellationToken);
}

internal sealed class CashOperationConfiguration : IEntityTypeConfiguration<CashOperation>
{
    public void Configure(EntityTypeBuilder<CashOperation> operation)
    {
        operation.ToTable("CashOperations");
        operation.Ignore(x => x.Debit).Ignore(x => x.Credit).Ignore(x => x.Postings);
        operation.Property(x => x.Note).HasMaxLength(AccountingConsts.MaxNoteLength);
        operation.Property(x => x.ReversalReason).HasMaxLength(AccountingConsts.MaxNoteLength);
        operation.HasOne<CashPlace>().WithMany().HasForeignKey(x => x.PlaceId).OnDelete(DeleteBehavior.Restrict);
        operation.HasOne<CashPlace>().WithMany().HasForeignKey(x => x.ToPlaceId).OnDelete(DeleteBehavior.Restrict);
        operation.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Restrict);
        operation.HasIndex(x => new { x.Day, x.Id });
        operation.HasIndex(x => new { x.Kind, x.Day });
        operation.HasIndex(x => new { x.PlaceId, x.Day });
        operation.HasIndex(x => x.ToPlaceId);
        operation.HasIndex(x => new { x.StaffId, x.Day });
    }
}
