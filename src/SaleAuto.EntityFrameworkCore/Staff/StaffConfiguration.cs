using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("Staff");
        staff.Property(x => x.FullName).HasMaxLength(StaffConsts.MaxNameLength);
        staff.HasIndex(x => x.TelegramChatId).IsUnique();
    }
}

internal sealed class StaffRoleConfiguration :
    IEntityTypeConfiguration<IdentityRole<Guid>>,
    IEntityTypeConfiguration<IdentityUserRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> role) => role.ToTable("Roles");

    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> staffRole) => staffRole.ToTable("StaffRoles");
}
