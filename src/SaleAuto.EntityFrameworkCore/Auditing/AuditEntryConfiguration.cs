using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Auditing;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries"); // triggers of the migration refuse UPDATE and DELETE
        entry.Property(x => x.ActorName).HasMaxLength(AuditConsts.MaxActorNameLength);
        entry.Property(x => x.Action).HasMaxLength(AuditConsts.MaxActionLength);
        entry.Property(x => x.TargetType).HasMaxLength(AuditConsts.MaxTargetTypeLength);
        entry.Property(x => x.Note).HasMaxLength(AuditConsts.MaxNoteLength);
        entry.Property(x => x.Address).HasMaxLength(AuditConsts.MaxAddressLength);
        entry.Property(x => x.CorrelationId).HasMaxLength(AuditConsts.MaxCorrelationIdLength);
        entry.HasIndex(x => new { x.TargetId, x.At });
        entry.HasIndex(x => x.At);
        entry.HasIndex(x => new { x.ActorId, x.At });
        entry.HasIndex(x => x.OperationId);
    }
}
