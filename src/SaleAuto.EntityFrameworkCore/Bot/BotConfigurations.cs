using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Bot;

internal sealed class TelegramUpdateConfiguration : IEntityTypeConfiguration<TelegramUpdate>
{
    private const string Waiting = """
        "Status" = 'Waiting'
        """;

    public void Configure(EntityTypeBuilder<TelegramUpdate> update)
    {
        update.ToTable("TelegramUpdates");
        update.Property(x => x.Id).ValueGeneratedNever();
        update.Property(x => x.LastError).HasMaxLength(TelegramUpdate.MaxErrorLength);
        update.Property(x => x.ClaimToken).IsConcurrencyToken(); // an outcome counts only while its lease holds
        update.HasIndex(x => new { x.ChatId, x.Id }).HasFilter(Waiting);
        update.HasIndex(x => x.HandledAt);
    }
}

internal sealed class BotOutgoingConfiguration : IEntityTypeConfiguration<BotOutgoing>
{
    private const string Waiting = """
        "Status" = 'Waiting'
        """;

    public void Configure(EntityTypeBuilder<BotOutgoing> outgoing)
    {
        outgoing.ToTable("BotOutgoing");
        outgoing.Property(x => x.LastError).HasMaxLength(BotOutgoing.MaxErrorLength);
        outgoing.Property(x => x.ClaimToken).IsConcurrencyToken();
        outgoing.HasIndex(x => new { x.ChatId, x.UpdateId, x.Part }).HasFilter(Waiting);
        outgoing.HasIndex(x => x.DoneAt);
    }
}

internal sealed class BotChatConfiguration : IEntityTypeConfiguration<BotChat>
{
    public void Configure(EntityTypeBuilder<BotChat> chat)
    {
        chat.ToTable("BotChats");
        chat.Property(x => x.Id).ValueGeneratedNever();
        chat.Property(x => x.Version).IsConcurrencyToken();
        chat.Property(x => x.Conversation).HasMaxLength(BotChat.MaxNameLength);
        chat.Property(x => x.Step).HasMaxLength(BotChat.MaxNameLength);
        chat.Property(x => x.ScreenName).HasMaxLength(BotChat.MaxNameLength);
        chat.Property(x => x.ScreenArgument).HasMaxLength(BotChat.MaxNameLength);
        chat.Property(x => x.Path).HasMaxLength(BotChat.MaxPathLength);
    }
}

internal sealed class BotLeaseConfiguration : IEntityTypeConfiguration<BotLease>
{
    public void Configure(EntityTypeBuilder<BotLease> lease)
    {
        lease.ToTable("BotLeases");
        lease.Property(x => x.Id).HasMaxLength(50);
        lease.Property(x => x.Owner).IsConcurrencyToken();
        lease.Property(x => x.Until).IsConcurrencyToken();
    }
}
