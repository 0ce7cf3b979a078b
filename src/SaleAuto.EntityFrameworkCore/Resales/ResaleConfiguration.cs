using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Cars;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Resales;

internal sealed class ResaleConfiguration : IEntityTypeConfiguration<Resale>
{
    public void Configure(EntityTypeBuilder<Resale> resale)
    {
        resale.ToTable("Resales");
        resale.Property(x => x.Note).HasMaxLength(ResaleConsts.MaxNoteLength);
        resale.HasOne<Car>().WithMany().HasForeignKey(x => x.CarId).OnDelete(DeleteBehavior.Restrict);
        resale.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.SellerId).OnDelete(DeleteBehavior.Restrict);
        resale.HasIndex(x => x.CarId, "IX_Resales_OneOpenPerCar").IsUnique().HasFilter("\"Status\" <> 'Cancelled' AND NOT \"IsDeleted\"");
        resale.HasIndex(x => new { x.Status, x.CreationTime });
        resale.HasIndex(x => new { x.SellerId, x.CreationTime });
        resale.HasIndex(x => x.ReceivedAt);
    }
}

internal sealed class ResaleRepository(SaleAutoDbContext db) : EfRepository<Resale>(db), IResaleRepository
{
    public Task<Resale?> FindOpenByCarAsync(Guid carId, CancellationToken cancellationToken) =>
        Db.Set<Resale>().FirstOrDefaultAsync(x => x.CarId == carId && x.Status != ResaleStatus.Cancelled, cancellationToken);
}
