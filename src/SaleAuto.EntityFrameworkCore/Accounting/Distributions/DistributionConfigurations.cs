using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Cars;
using SaleAuto.Market;
using SaleAuto.Resales;
using SaleAuto.Staff;

namespace SaleAuto.Accounting.Distributions;

internal sealed class DistributionPolicyConfiguration : IEntityTypeConfiguration<DistributionPolicy>
{
    private const string IsKept = "NOT \"IsDeleted\"";

    // Values of enums by their names, so that their order may change.
    private static readonly JsonSerializerOptions _named = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<DistributionPolicy> policy)
    {
        policy.ToTable("DistributionPolicies");
        policy.Property(x => x.Rules).IsJsonText(_named);
        policy.Property(x => x.Note).HasMaxLength(DistributionConsts.MaxNoteLength);
        policy.Ignore(x => x.Terms);
        policy.HasIndex(x => x.Number).IsUnique().HasFilter(IsKept);
        policy.HasIndex(x => x.Status, "IX_DistributionPolicies_OneDraft").IsUnique().HasFilter($"\"Status\" = 'Draft' AND {IsKept}");
        policy.HasIndex(x => new { x.InForceFrom, x.Number });
    }
}

internal sealed class DistributionConfiguration : IEntityTypeConfiguration<Distribution>
{
    public void Configure(EntityTypeBuilder<Distribution> distribution)
    {
        distribution.ToTable("Distributions");
        distribution.Property(x => x.ReversalReason).HasMaxLength(DistributionConsts.MaxNoteLength);
        distribution.Ignore(x => x.Cost).Ignore(x => x.Postings);
        distribution.HasOne<Car>().WithMany().HasForeignKey(x => x.CarId).OnDelete(DeleteBehavior.Restrict);
        distribution.HasOne<Resale>().WithMany().HasForeignKey(x => x.ResaleId).OnDelete(DeleteBehavior.Restrict);
        distribution.HasOne<DistributionPolicy>().WithMany().HasForeignKey(x => x.PolicyId).OnDelete(DeleteBehavior.Restrict);
        distribution.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.DistributionId).OnDelete(DeleteBehavior.Cascade);
        distribution.HasIndex(x => x.CarId, "IX_Distributions_OneLivePerCar").IsUnique().HasFilter("\"Status\" <> 'Reversed' AND NOT \"IsDeleted\"");
        distribution.HasIndex(x => new { x.CarId, x.ComputedAt });
        distribution.HasIndex(x => new { x.Status, x.SoldOn });
        distribution.HasIndex(x => x.SoldOn);
    }
}

internal sealed class DistributionLineConfiguration : IEntityTypeConfiguration<DistributionLine>
{
    public void Configure(EntityTypeBuilder<DistributionLine> line)
    {
        line.ToTable("DistributionLines");
        line.Ignore(x => x.Account);
        line.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(x => new { x.DistributionId, x.Place });
        line.HasIndex(x => x.StaffId);
    }
}
