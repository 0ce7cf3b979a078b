using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Visits;

/// <summary>Visits of a day with a campaign's tag.</summary>
internal sealed class SiteVisits
{
    public DateOnly Day { get; set; }

    public string Campaign { get; set; } = "";

    public int Visits { get; set; }
}

internal sealed class SiteVisitsConfiguration : IEntityTypeConfiguration<SiteVisits>
{
    public void Configure(EntityTypeBuilder<SiteVisits> visits)
    {
        visits.ToTable("SiteVisits");
        visits.HasKey(x => new { x.Day, x.Campaign });
        visits.Property(x => x.Campaign).HasMaxLength(VisitConsts.MaxCampaignLength);
    }
}
