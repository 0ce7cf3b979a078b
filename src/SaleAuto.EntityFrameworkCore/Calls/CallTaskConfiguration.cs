using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

internal sealed class CallTaskConfiguration : IEntityTypeConfiguration<CallTask>
{
    public void Configure(EntityTypeBuilder<CallTask> task)
    {
        task.ToTable("CallTasks");
        task.Ignore(x => x.IsOpen);
        task.HasOne<Lead>().WithMany().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Restrict);
        task.HasIndex(x => new { x.LeadId, x.Status });
        task.HasIndex(x => new { x.Status, x.DueAt });
        task.HasIndex(x => x.ManagerId);
        task.HasIndex(x => new { x.Kind, x.PromisedAt }); // for the promises kept in a time
        task.HasIndex(x => x.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL"); // only calls that wait have a reminder
    }
}

internal sealed class CallAttemptConfiguration : IEntityTypeConfiguration<CallAttempt>
{
    public void Configure(EntityTypeBuilder<CallAttempt> attempt)
    {
        attempt.ToTable("CallAttempts");
        attempt.Property(x => x.Note).HasMaxLength(CallConsts.MaxNoteLength);
        attempt.Property(x => x.Learned)
            .HasField("_learned")
            .HasConversion<LearnedConverter, LearnedComparer>()
            .HasMaxLength(200);
        attempt.HasOne<CallTask>().WithMany().HasForeignKey(x => x.CallTaskId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasOne<Lead>().WithMany().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasIndex(x => new { x.LeadId, x.At });
        attempt.HasIndex(x => new { x.ManagerId, x.At });
        attempt.HasIndex(x => x.At);
    }
}
