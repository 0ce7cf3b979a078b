using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Staff;

namespace SaleAuto.Imports;

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> job)
    {
        job.ToTable("Imports");
        job.Ignore(x => x.IsRunning);
        job.Property(x => x.Resource).HasMaxLength(ImportConsts.MaxResourceLength);
        job.Property(x => x.FileName).HasMaxLength(ImportConsts.MaxFileNameLength);
        job.Property(x => x.BlobName).HasMaxLength(ImportConsts.MaxBlobNameLength);
        job.Property(x => x.FailureCode).HasMaxLength(ImportConsts.MaxCodeLength);
        job.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Restrict);
        job.HasIndex(x => new { x.OwnerId, x.Resource, x.UploadedAt });
        job.HasIndex(x => new { x.Status, x.UploadedAt });
    }
}

internal sealed class ImportFaultConfiguration : IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<ImportFault> fault)
    {
        fault.ToTable("ImportFaults");
        fault.Property(x => x.Field).HasMaxLength(ImportConsts.MaxFieldLength);
        fault.Property(x => x.Code).HasMaxLength(ImportConsts.MaxCodeLength);
        fault.HasOne<ImportJob>().WithMany().HasForeignKey(x => x.ImportId).OnDelete(DeleteBehavior.Cascade);
        fault.HasIndex(x => new { x.ImportId, x.Row });
    }
}

internal sealed class ExportRunConfiguration : IEntityTypeConfiguration<ExportRun>
{
    public void Configure(EntityTypeBuilder<ExportRun> run)
    {
        run.ToTable("ExportRuns");
        run.HasIndex(x => x.ChangedAt);
    }
}
