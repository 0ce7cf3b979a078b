using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Messages;

internal sealed class OutgoingMessageConfiguration : IEntityTypeConfiguration<OutgoingMessage>
{
    private const string Waiting = """
        "Status" = 'Pending'
        """;

    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        message.ToTable("OutgoingMessages");
        message.Property(x => x.Recipient).HasMaxLength(MessageConsts.MaxRecipientLength);
        message.Property(x => x.DeduplicationKey).HasMaxLength(MessageConsts.MaxKeyLength);
        message.Property(x => x.ProviderId).HasMaxLength(MessageConsts.MaxProviderIdLength);
        message.Property(x => x.LastError).HasMaxLength(MessageConsts.MaxErrorLength);
        message.Property(x => x.Priority).HasConversion<int>(); // sorted by the claim
        message.Property(x => x.ClaimToken).IsConcurrencyToken(); // an outcome counts only while its lease holds
        message.HasIndex(x => x.DeduplicationKey).IsUnique();
        message.HasIndex(x => x.ProviderId);
        message.HasIndex(x => x.LeadId);
        // The only index of what waits: given another, PostgreSQL prefers that one and compares every waiting message with every other.
        message.HasIndex(x => new { x.Channel, x.Recipient, x.CreatedAt }).HasFilter(Waiting);
        message.HasIndex(x => x.CreatedAt, "IX_OutgoingMessages_Failed").HasFilter("\"Status\" = 'Failed'"); // for the owners' alerts; holds none that waits
    }
}
