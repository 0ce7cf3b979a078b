using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Entities;
using SaleAuto.Searching;

namespace SaleAuto.Conventions;

/// <summary>What holds for every aggregate: ids made by the program, versions, the trash, search texts.</summary>
internal static class ModelConventions
{
    /// <summary>Shadow column of everything that is searched.</summary>
    public const string SearchTextColumn = "SearchText";

    /// <summary>Shadow column of what is searched only by people with a permission.</summary>
    public const string GuardedSearchTextColumn = "GuardedSearchText";

    public static void Apply(ModelBuilder builder, bool isSqlite)
    {
        AddSearchTexts(builder, isSqlite);
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

    // SQLite has no trigrams: the small databases that it is for are searched from end to end.
    private static void AddSearchTexts(ModelBuilder builder, bool isSqlite)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ISearchable))).ToList())
        {
            var entity = builder.Entity(type.ClrType);
            foreach (var column in type.ClrType.IsAssignableTo(typeof(IGuardedSearchable)) ? [SearchTextColumn, GuardedSearchTextColumn] : new[] { SearchTextColumn })
            {
                entity.Property<string>(column).HasMaxLength(SearchText.MaxLength).IsRequired(false);
                if (!isSqlite)
                {
                    entity.HasIndex(column).HasAnnotation("Npgsql:IndexMethod", "gin").HasAnnotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
                }
            }
        }
        if (!isSqlite)
        {
            builder.HasAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
        }
    }

    private static void HideDeleted(EntityTypeBuilder entity, IMutableEntityType type)
    {
        var row = Expression.Parameter(type.ClrType, "row");
        var isDeleted = Expression.Property(row, nameof(IFullAudited.IsDeleted));
        entity.HasQueryFilter(IFullAudited.TrashFilter, Expression.Lambda(Expression.Not(isDeleted), row));
    }
}
