using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

internal sealed class DealConfiguration : IEntityTypeConfiguration<Deal>
{
    private const string IsOpen = """
        "Status" NOT IN ('Completed', 'RejectedByClient', 'RejectedBySeller') AND NOT "IsDeleted"
        """;

    public void Configure(EntityTypeBuilder<Deal> deal)
    {
        deal.ToTable("Deals");
        deal.Property(x => x.Number).HasMaxLength(DealConsts.MaxNumberLength);
        deal.Property(x => x.TimeZone).HasMaxLength(DealConsts.MaxTimeZoneLength);
        deal.Property(x => x.Address).HasMaxLength(DealConsts.MaxAddressLength);
        deal.Property(x => x.Note).HasMaxLength(DealConsts.MaxNoteLength);
        deal.Property(x => x.RejectionReason).HasMaxLength(DealConsts.MaxReasonLength);
        deal.Property(x => x.Latitude).HasPrecision(9, 6);
        deal.Property(x => x.Longitude).HasPrecision(9, 6);
        deal.Ignore(x => x.IsOpen);
        deal.Ignore(x => x.LocalStart);
        deal.Property(x => x.Make).HasMaxLength(CarConsts.MaxNameLength);
        deal.Property(x => x.Model).HasMaxLength(CarConsts.MaxNameLength);
        deal.Property(x => x.Vin).HasMaxLength(CarConsts.VinLength);
        deal.Property(x => x.ApprovalNote).HasMaxLength(DealConsts.MaxReasonLength);
        deal.Ignore(x => x.StartPrice);
        deal.Ignore(x => x.Price);
        deal.Ignore(x => x.CurrentApproval);
        deal.Ignore(x => x.MissingShots);
        deal.Ignore(x => x.Postings);
        deal.Ignore(x => x.PaidPrice);
        deal.HasMany(x => x.Photos).WithOne().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Cascade);
        deal.HasMany(x => x.Defects).WithOne().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Cascade);
        deal.HasMany(x => x.PriceLines).WithOne().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Cascade);
        deal.HasMany(x => x.Documents).WithOne().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Cascade);

        deal.HasOne<Lead>().WithMany().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Restrict);
        deal.HasOne<Client>().WithMany().HasForeignKey(x => x.ClientId).OnDelete(DeleteBehavior.Restrict);
        deal.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.SellerId).OnDelete(DeleteBehavior.Restrict);
        deal.HasOne<CashPlace>().WithMany().HasForeignKey(x => x.PaymentPlaceId).OnDelete(DeleteBehavior.Restrict);

        deal.HasIndex(x => x.Number).IsUnique();
        deal.HasIndex(x => x.LeadId, "IX_Deals_OneOpenPerLead").IsUnique().HasFilter(IsOpen);
        deal.HasIndex(x => new { x.LeadId, x.CreationTime }); // all deals of a request, not only the open one
        deal.HasIndex(x => x.CallTaskId).IsUnique();
        deal.HasIndex(x => new { x.SellerId, x.StartsAt });
        deal.HasIndex(x => x.StartsAt);
        deal.HasIndex(x => new { x.Status, x.StartsAt });
        deal.HasIndex(x => x.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL"); // only meetings ahead have a reminder
        deal.HasIndex(x => x.RejectedAt).HasFilter("\"RejectedAt\" IS NOT NULL"); // for the digest of the day
        deal.HasIndex(x => x.CompletedAt).HasFilter("\"CompletedAt\" IS NOT NULL"); // for the report of first offers against final prices
    }
}
