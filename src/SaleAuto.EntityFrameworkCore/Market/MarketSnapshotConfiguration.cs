using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Market;

internal sealed class MarketSnapshotConfiguration : IEntityTypeConfiguration<MarketSnapshot>
{
    public void Configure(EntityTypeBuilder<MarketSnapshot> snapshot)
    {
        snapshot.ToTable("MarketSnapshots");
        snapshot.Property(x => x.Source).HasMaxLength(MarketConsts.MaxSourceLength);
        snapshot.Property(x => x.Make).HasMaxLength(MarketConsts.MaxNameLength);
        snapshot.Property(x => x.Model).HasMaxLength(MarketConsts.MaxNameLength);
        snapshot.Property(x => x.Listings).IsJsonText();
        snapshot.HasIndex(x => new { x.Make, x.Model, x.YearFrom, x.YearTo, x.Source }).IsUnique();
        snapshot.HasIndex(x => x.TakenAt);
    }
}
