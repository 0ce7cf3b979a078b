using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Resales;

internal sealed class ResaleConfiguration : IEntityTypeConfiguration<Resale>
{
    public void Configure(EntityTypeBuilder<Resale> resale)
    {
        resale.ToTable("Resales");
        resale.Ignore(x => x.RestAmount).Ignore(x => x.IsSold);
        resale.Property(x => x.Note).HasMaxLength(ResaleConsts.MaxNoteLength);
        resale.HasMany(x => x.Receipts).WithOne().HasForeignKey(x => x.ResaleId).OnDelete(DeleteBehavior.Cascade);
        resale.Navigation(x => x.Receipts).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        resale.HasOne<Car>().WithMany().HasForeignKey(x => x.CarId).OnDelete(DeleteBehavior.Restrict);
        resale.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.SellerId).OnDelete(DeleteBehavior.Restrict);
        resale.HasIndex(x => x.CarId, "IX_Resales_OneOpenPerCar").IsUnique().HasFilter("\"Status\" <> 'Cancelled' AND NOT \"IsDeleted\"");
        resale.HasIndex(x => new { x.Status, x.CreationTime });
        resale.HasIndex(x => new { x.SellerId, x.CreationTime });
        resale.HasIndex(x => x.ReceivedAt);
    }
}

internal sealed class ResaleReceiptConfiguration : IEntityTypeConfiguration<ResaleReceipt>
{
    public void Configure(EntityTypeBuilder<ResaleReceipt> receipt)
    {
        receipt.ToTable("ResaleReceipts");
        receipt.Ignore(x => x.Account);
        receipt.Property(x => x.Key).HasMaxLength(ResaleConsts.MaxKeyLength);
        receipt.HasOne<CashPlace>().WithMany().HasForeignKey(x => x.PlaceId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.HolderId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasIndex(x => new { x.ResaleId, x.Key }).IsUnique();
        receipt.HasIndex(x => x.At);
    }
}

internal sealed class ResaleRepository(SaleAutoDbContext db) : EfRepository<Resale>(db), IResaleRepository
{
    // One that was begun in this unit of work is not in the database yet.
    public async Task<Resale?> FindOpenByCarAsync(Guid carId, CancellationToken cancellationToken) =>
        Db.Set<Resale>().Local.FirstOrDefault(x => x.CarId == carId && x.Status != ResaleStatus.Cancelled)
        ?? await Db.Set<Resale>().FirstOrDefaultAsync(x => x.CarId == carId && x.Status != ResaleStatus.Cancelled, cancellationToken);
}
