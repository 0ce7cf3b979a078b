using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Staff;

namespace SaleAuto.Views;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedViews");
        view.Property(x => x.Resource).HasMaxLength(ViewConsts.MaxResourceLength);
        view.Property(x => x.Name).HasMaxLength(ViewConsts.MaxNameLength);
        view.Property(x => x.Role).HasMaxLength(ViewConsts.MaxNameLength);
        view.Property(x => x.State).HasMaxLength(ViewConsts.MaxStateLength);
        view.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Cascade);
        view.HasIndex(x => new { x.Resource, x.OwnerId });
    }
}

internal sealed class GridLayoutConfiguration : IEntityTypeConfiguration<GridLayout>
{
    public void Configure(EntityTypeBuilder<GridLayout> layout)
    {
        layout.ToTable("GridLayouts");
        layout.Property(x => x.Resource).HasMaxLength(ViewConsts.MaxResourceLength);
        layout.Property(x => x.Columns).HasMaxLength(ViewConsts.MaxColumnsLength);
        layout.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Cascade);
        layout.HasIndex(x => new { x.StaffId, x.Resource }).IsUnique();
    }
}
