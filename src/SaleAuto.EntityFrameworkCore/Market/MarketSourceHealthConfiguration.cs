using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Market;

internal sealed class MarketSourceHealthConfiguration : IEntityTypeConfiguration<MarketSourceHealth>
{
    public void Configure(EntityTypeBuilder<MarketSourceHealth> health)
    {
        health.ToTable("MarketSourceHealth");
        health.Property(x => x.Source).HasMaxLength(MarketConsts.MaxSourceLength);
        health.Property(x => x.RecentOutcomes).HasMaxLength(MarketConsts.RecentSearches);
        health.Property(x => x.LastFailureReason).HasMaxLength(MarketConsts.MaxReasonLength);
        health.Property(x => x.LastRawPage).HasMaxLength(MarketConsts.MaxRawPageLength);
        health.Property(x => x.UsualShares).IsJsonText();
        health.Property(x => x.DriftingFields).IsJsonText();
        health.Ignore(x => x.SuccessRate);
        health.HasIndex(x => x.Source).IsUnique();
    }
}
