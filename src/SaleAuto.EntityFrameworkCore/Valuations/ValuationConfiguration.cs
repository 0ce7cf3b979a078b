using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Leads;

namespace SaleAuto.Valuations;

internal sealed class ValuationConfiguration : IEntityTypeConfiguration<Valuation>
{
    public void Configure(EntityTypeBuilder<Valuation> valuation)
    {
        valuation.ToTable("Valuations");
        valuation.Property(x => x.Make).HasMaxLength(ValuationConsts.MaxNameLength);
        valuation.Property(x => x.Model).HasMaxLength(ValuationConsts.MaxNameLength);
        valuation.Property(x => x.Vin).HasMaxLength(ValuationConsts.MaxVinLength);
        valuation.HasOne<Lead>().WithMany().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Restrict);
        valuation.HasIndex(x => x.LeadId).IsUnique();
        valuation.HasIndex(x => new { x.Status, x.DueAt });
    }
}
