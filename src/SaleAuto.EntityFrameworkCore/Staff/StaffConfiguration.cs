using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SaleAuto.Messages;

namespace SaleAuto.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("Staff");
        staff.Property(x => x.FullName).HasMaxLength(StaffConsts.MaxNameLength);
        staff.Property(x => x.MutedTopics).HasMaxLength(StaffConsts.MaxMutedTopicsLength).HasConversion<TopicsConverter, TopicsComparer>();
        staff.HasIndex(x => x.TelegramChatId).IsUnique();
    }
}

internal sealed class TopicsConverter() : ValueConverter<IReadOnlyList<NotificationTopic>, string>(
    topics => string.Join(',', topics),
    text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NotificationTopic>).ToList());

// A list is replaced and never changed, so it serves as its own snapshot.
internal sealed class TopicsComparer() : ValueComparer<IReadOnlyList<NotificationTopic>>(
    (left, right) => left!.SequenceEqual(right!),
    topics => topics.Count,
    topics => topics);

internal sealed class StaffRoleConfiguration :
    IEntityTypeConfiguration<IdentityRole<Guid>>,
    IEntityTypeConfiguration<IdentityUserRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> role) => role.ToTable("Roles");

    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> staffRole) => staffRole.ToTable("StaffRoles");
}
