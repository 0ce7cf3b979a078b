using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

internal sealed class DealPhotoConfiguration : IEntityTypeConfiguration<DealPhoto>
{
    public void Configure(EntityTypeBuilder<DealPhoto> photo)
    {
        photo.ToTable("DealPhotos");
        photo.Property(x => x.SourceKey).HasMaxLength(DealConsts.MaxKeyLength);
        photo.Property(x => x.Note).HasMaxLength(DealConsts.MaxReasonLength);
        photo.HasIndex(x => new { x.DealId, x.SourceKey }).IsUnique();
        photo.HasIndex(x => new { x.DealId, x.At });
    }
}

internal sealed class DealDefectConfiguration : IEntityTypeConfiguration<DealDefect>
{
    public void Configure(EntityTypeBuilder<DealDefect> defect)
    {
        defect.ToTable("DealDefects");
        defect.Property(x => x.Note).HasMaxLength(DealConsts.MaxReasonLength);
        defect.Property(x => x.Key).HasMaxLength(DealConsts.MaxKeyLength);
        defect.HasIndex(x => new { x.DealId, x.Key }).IsUnique();
        defect.HasIndex(x => new { x.DealId, x.At });
    }
}

internal sealed class PriceLineConfiguration : IEntityTypeConfiguration<PriceLine>
{
    public void Configure(EntityTypeBuilder<PriceLine> line)
    {
        line.ToTable("DealPriceLines");
        line.Property(x => x.RateCode).HasMaxLength(DealConsts.RateCodeLength);
        line.Property(x => x.Title).HasMaxLength(DealConsts.MaxTitleLength);
        line.Property(x => x.Reason).HasMaxLength(DealConsts.MaxReasonLength);
        line.Property(x => x.Key).HasMaxLength(DealConsts.MaxKeyLength);
        line.Ignore(x => x.Effect);
        line.HasIndex(x => new { x.DealId, x.Key }).IsUnique();
        line.HasIndex(x => new { x.DealId, x.At });
    }
}

internal sealed class DealDocumentConfiguration : IEntityTypeConfiguration<DealDocument>
{
    public void Configure(EntityTypeBuilder<DealDocument> document)
    {
        document.ToTable("DealDocuments");
        document.Property(x => x.SourceKey).HasMaxLength(DealConsts.MaxKeyLength);
        document.HasIndex(x => new { x.DealId, x.SourceKey }).IsUnique();
        document.HasIndex(x => new { x.DealId, x.At });
    }
}

internal sealed class DealTransitionConfiguration : IEntityTypeConfiguration<DealTransition>
{
    public void Configure(EntityTypeBuilder<DealTransition> transition)
    {
        transition.ToTable("DealTransitions");
        transition.Property(x => x.Reason).HasMaxLength(DealConsts.MaxReasonLength);
        transition.HasOne<Deal>().WithMany().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Cascade);
        transition.HasIndex(x => new { x.DealId, x.At });
        transition.HasIndex(x => x.At);
    }
}

internal sealed class ReassignmentRequestConfiguration : IEntityTypeConfiguration<ReassignmentRequest>
{
    private const string IsOpen = """
        "Status" IN ('Open', 'Escalated') AND NOT "IsDeleted"
        """;

    public void Configure(EntityTypeBuilder<ReassignmentRequest> request)
    {
        request.ToTable("ReassignmentRequests");
        request.Property(x => x.Reason).HasMaxLength(DealConsts.MaxReasonLength);
        request.Ignore(x => x.IsOpen);
        request.HasOne<Deal>().WithMany().HasForeignKey(x => x.DealId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.FromSellerId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(x => x.Opinions).WithOne().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Cascade);
        request.HasMany(x => x.Comments).WithOne().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Cascade);
        request.HasIndex(x => x.DealId, "IX_ReassignmentRequests_OneOpenPerDeal").IsUnique().HasFilter(IsOpen);
        request.HasIndex(x => new { x.DealId, x.RequestedAt });
        request.HasIndex(x => x.RequestedAt);
        request.HasIndex(x => x.LookAt).HasFilter("\"LookAt\" IS NOT NULL");
    }
}

internal sealed class ReassignmentOpinionConfiguration : IEntityTypeConfiguration<ReassignmentOpinion>
{
    public void Configure(EntityTypeBuilder<ReassignmentOpinion> opinion)
    {
        opinion.ToTable("ReassignmentOpinions");
        opinion.HasIndex(x => new { x.RequestId, x.StaffId }).IsUnique();
    }
}

internal sealed class ReassignmentCommentConfiguration : IEntityTypeConfiguration<ReassignmentComment>
{
    public void Configure(EntityTypeBuilder<ReassignmentComment> comment)
    {
        comment.ToTable("ReassignmentComments");
        comment.Property(x => x.Text).HasMaxLength(DealConsts.MaxCommentLength);
        comment.Property(x => x.Key).HasMaxLength(DealConsts.MaxKeyLength);
        comment.HasIndex(x => new { x.RequestId, x.Key }).IsUnique();
        comment.HasIndex(x => new { x.RequestId, x.At });
    }
}
