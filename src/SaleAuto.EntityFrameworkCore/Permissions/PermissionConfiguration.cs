using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Permissions;

internal sealed class PermissionGrantConfiguration : IEntityTypeConfiguration<PermissionGrant>
{
    public void Configure(EntityTypeBuilder<PermissionGrant> grant)
    {
        grant.ToTable("PermissionGrants");
        grant.Property(x => x.Permission).HasMaxLength(PermissionConsts.MaxNameLength);
        grant.HasIndex(x => new { x.HolderId, x.Permission }).IsUnique();
    }
}

internal sealed class SeededPermissionConfiguration : IEntityTypeConfiguration<SeededPermission>
{
    public void Configure(EntityTypeBuilder<SeededPermission> seeded)
    {
        seeded.ToTable("SeededPermissions");
        seeded.HasKey(x => x.Permission);
        seeded.Property(x => x.Permission).HasMaxLength(PermissionConsts.MaxNameLength);
    }
}

internal sealed class PermissionGrantRepository(SaleAutoDbContext db) : EfRepository<PermissionGrant>(db), IPermissionGrantRepository
{
    public async Task<IReadOnlyList<PermissionGrant>> GetListAsync(IReadOnlyCollection<Guid> holders, CancellationToken cancellationToken) =>
        await Db.Set<PermissionGrant>().Where(x => holders.Contains(x.HolderId)).OrderBy(x => x.Permission).ToListAsync(cancellationToken);
}
