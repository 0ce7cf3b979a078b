using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Entities;

namespace SaleAuto.Repositories;

/// <summary>Tells other nodes that a row which they may keep in memory was changed; written with the change, removed after an hour.</summary>
internal sealed class CachedRowChange : Entity<Guid>
{
    private CachedRowChange()
    {
    } // EF Core

    private CachedRowChange(RowChange change, DateTimeOffset at)
        : base(Guid.CreateVersion7(at))
    {
        At = at.UtcDateTime;
        (EntityType, RowId, Kind) = (change.EntityType.Name, change.Id, change.Kind);
    }

    public DateTime At { get; private set; }

    public string EntityType { get; private set; } = "";

    public Guid RowId { get; private set; }

    public RowChangeKind Kind { get; private set; }

    public static IEnumerable<CachedRowChange> Of(IEnumerable<RowChange> changes, DateTimeOffset at) =>
        changes.Where(x => IsCached(x.EntityType)).Select(x => new CachedRowChange(x, at));

    private static bool IsCached(Type type) =>
        type.IsAssignableTo(typeof(ICachedRow)) || type == typeof(IdentityRole<Guid>) || type == typeof(IdentityUserRole<Guid>);
}

internal sealed class CachedRowChangeConfiguration : IEntityTypeConfiguration<CachedRowChange>
{
    public void Configure(EntityTypeBuilder<CachedRowChange> change)
    {
        change.ToTable("CachedRowChanges");
        change.Property(x => x.EntityType).HasMaxLength(100);
        change.HasIndex(x => x.At);
    }
}
