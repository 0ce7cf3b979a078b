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
    }
}
