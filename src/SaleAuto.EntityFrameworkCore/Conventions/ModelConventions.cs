using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Entities;

namespace SaleAuto.Conventions;

/// <summary>What holds for every aggregate: ids made by the program, versions, the trash.</summary>
internal static class ModelConventions
{
    public const string NotDeleted = "NotDeleted";

    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Entity<Guid>))).ToList())
        {
            var entity = builder.Entity(type.ClrType);
            entity.Property(nameof(Entity<Guid>.Id)).ValueGeneratedNever();
            if (type.ClrType.IsAssignableTo(typeof(IHasVersion)))
            {
                entity.Property(nameof(IHasVersion.Version)).IsConcurrencyToken();
            }
            if (type.ClrType.IsAssignableTo(typeof(IFullAudited)))
            {
                HideDeleted(entity, type);
            }
        }
    }

    private static void HideDeleted(EntityTypeBuilder entity, IMutableEntityType type)
    {
        var row = Expression.Parameter(type.ClrType, "row");
        var isDeleted = Expression.Property(row, nameof(IFullAudited.IsDeleted));
        entity.HasQueryFilter(NotDeleted, Expression.Lambda(Expression.Not(isDeleted), row));
    }
}
