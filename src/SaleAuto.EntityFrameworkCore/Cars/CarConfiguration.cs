using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Accounting;
using SaleAuto.Deals;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Cars;

internal sealed class CarConfiguration : IEntityTypeConfiguration<Car>
{
    public void Configure(EntityTypeBuilder<Car> car)
    {
        car.ToTable("Cars");
        car.Ignore(x => x.TakesExpenses);
        car.Property(x => x.ReopeningReason).HasMaxLength(CarConsts.MaxNoteLength);
        car.Property(x => x.Number).HasMaxLength(CarConsts.MaxNumberLength);
        car.Property(x => x.Make).HasMaxLength(CarConsts.MaxNameLength);
        car.Property(x => x.Model).HasMaxLength(CarConsts.MaxNameLength);
        car.Property(x => x.Vin).HasMaxLength(CarConsts.VinLength);
        car.Property(x => x.Plate).HasMaxLength(PlateNumber.MaxLength);
        car.Property(x => x.Note).HasMaxLength(CarConsts.MaxNoteLength);
        car.HasOne<Deal>().WithMany().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Restrict);
        car.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.SellerId).OnDelete(DeleteBehavior.Restrict);
        car.HasOne<CashPlace>().WithMany().HasForeignKey(x => x.PaidFromId).OnDelete(DeleteBehavior.Restrict);
        car.HasIndex(x => x.Number).IsUnique();
        car.HasIndex(x => x.DealId).IsUnique(); // a deal brings one car into stock, however often it is completed
        car.HasIndex(x => new { x.Status, x.BoughtAt });
        car.HasIndex(x => new { x.SellerId, x.BoughtAt });
        car.HasIndex(x => x.BoughtAt);
        car.HasIndex(x => x.LeftAt);
        car.HasIndex(x => x.Vin);
        car.HasIndex(x => x.Plate);
    }
}

internal sealed class CarRepository(SaleAutoDbContext db) : EfRepository<Car>(db), ICarRepository
{
    public Task<Car?> FindByDealAsync(Guid dealId, CancellationToken cancellationToken) => Db.Set<Car>().FirstOrDefaultAsync(x => x.DealId == dealId, cancellationToken);
}
