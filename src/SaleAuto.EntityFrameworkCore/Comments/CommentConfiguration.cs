using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Staff;

namespace SaleAuto.Comments;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentMention>
{
    private const int MaxHandleLength = 64;

    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("Comments");
        comment.Property(x => x.TargetType).HasMaxLength(CommentConsts.MaxTargetTypeLength);
        comment.Property(x => x.Text).HasMaxLength(CommentConsts.MaxTextLength);
        comment.HasMany(x => x.Mentions).WithOne().HasForeignKey(x => x.CommentId).OnDelete(DeleteBehavior.Cascade);
        comment.Navigation(x => x.Mentions).AutoInclude();
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(x => new { x.TargetType, x.TargetId, x.CreationTime });
    }

    public void Configure(EntityTypeBuilder<CommentMention> mention)
    {
        mention.ToTable("CommentMentions");
        mention.Property(x => x.Handle).HasMaxLength(MaxHandleLength);
        mention.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Cascade);
        mention.HasIndex(x => new { x.StaffId, x.ReadAt });
    }
}
