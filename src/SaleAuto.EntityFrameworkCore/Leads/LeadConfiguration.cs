using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Cars;
using SaleAuto.Clients;

namespace SaleAuto.Leads;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    private const string IsOpen = """
        "Status" IN ('New', 'Valued', 'InWork', 'Recall', 'DealPlanned') AND NOT "IsDeleted"
        """;

    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.ToTable("Leads");
        lead.Property(x => x.Number).HasMaxLength(LeadConsts.MaxNumberLength);
        lead.Property(x => x.Phone).HasMaxLength(PhoneNumber.MaxLength);
        lead.Property(x => x.Name).HasMaxLength(LeadConsts.MaxNameLength);
        lead.Property(x => x.Plate).HasMaxLength(PlateNumber.MaxLength);
        lead.Property(x => x.UtmSource).HasMaxLength(LeadConsts.MaxUtmLength);
        lead.Property(x => x.UtmMedium).HasMaxLength(LeadConsts.MaxUtmLength);
        lead.Property(x => x.UtmCampaign).HasMaxLength(LeadConsts.MaxUtmLength);
        lead.Property(x => x.UtmContent).HasMaxLength(LeadConsts.MaxUtmLength);
        lead.Property(x => x.UtmTerm).HasMaxLength(LeadConsts.MaxUtmLength);
        lead.Property(x => x.NameKey).HasMaxLength(LeadConsts.MaxNameLength);
        lead.Ignore(x => x.IsOpen);

        lead.HasMany(x => x.History).WithOne().HasForeignKey("LeadId").OnDelete(DeleteBehavior.Cascade);

        lead.HasIndex(x => x.Number).IsUnique();
        lead.HasIndex(x => x.ClientId);
        lead.HasIndex(x => new { x.Status, x.CreationTime });
        lead.HasIndex(x => x.CreationTime);
        lead.HasIndex(x => new { x.Phone, x.Plate }, "IX_Leads_OneOpenBuyout").IsUnique().HasFilter($"\"Kind\" = 'Buyout' AND {IsOpen}");
        lead.HasIndex(x => x.Phone, "IX_Leads_OneOpenCallRequest").IsUnique().HasFilter($"\"Kind\" = 'CallRequest' AND {IsOpen}");
        lead.HasIndex(x => new { x.Phone, x.Status });
        lead.HasIndex(x => x.Plate);
        lead.HasIndex(x => new { x.NameKey, x.CreationTime });
        lead.HasIndex(x => x.ConfirmedAt);
        lead.HasIndex(x => new { x.UtmSource, x.CreationTime }).HasFilter("\"UtmSource\" IS NOT NULL");
        lead.HasIndex(x => x.JoinedLeadId).HasFilter("\"JoinedLeadId\" IS NOT NULL");
    }
}

internal sealed class LeadHistoryEntryConfiguration : IEntityTypeConfiguration<LeadHistoryEntry>
{
    public void Configure(EntityTypeBuilder<LeadHistoryEntry> entry)
    {
        entry.ToTable("LeadHistory");
        entry.Property(x => x.Note).HasMaxLength(LeadConsts.MaxNoteLength);
        entry.Property(x => x.Before).HasMaxLength(LeadConsts.MaxValueLength);
        entry.Property(x => x.After).HasMaxLength(LeadConsts.MaxValueLength);
        entry.HasIndex("LeadId", nameof(LeadHistoryEntry.At));
    }
}
