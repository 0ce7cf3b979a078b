using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Messages;

internal sealed class SandboxMessageConfiguration : IEntityTypeConfiguration<SandboxMessage>
{
    public void Configure(EntityTypeBuilder<SandboxMessage> message)
    {
        message.ToTable("SandboxMessages");
        message.Property(x => x.Recipient).HasMaxLength(MessageConsts.MaxRecipientLength);
        message.Property(x => x.Buttons).HasConversion<ButtonsConverter, ButtonsComparer>();
        message.HasIndex(x => new { x.Recipient, x.SentAt });
        message.HasIndex(x => x.SentAt);
    }
}
