using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Staff;

namespace SaleAuto.Files;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("StoredFiles");
        file.Property(x => x.Name).HasMaxLength(StoredFileConsts.MaxNameLength);
        file.Property(x => x.ContentType).HasMaxLength(StoredFileConsts.MaxContentTypeLength);
        file.Property(x => x.Sha256).HasMaxLength(StoredFileConsts.HashLength);
        file.Property(x => x.BlobName).HasMaxLength(StoredFileConsts.MaxBlobNameLength);
        file.Property(x => x.ThumbnailBlobName).HasMaxLength(StoredFileConsts.MaxBlobNameLength);
        file.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.UploaderId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(x => x.UploadedAt).HasFilter("\"AttachedAt\" IS NULL");
    }
}
