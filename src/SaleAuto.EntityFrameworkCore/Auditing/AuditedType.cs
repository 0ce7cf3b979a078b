using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;
using SaleAuto.Conventions;
using SaleAuto.Entities;
using SaleAuto.Staff;

namespace SaleAuto.Auditing;

/// <summary>What the audit log keeps of one entity type, found out once.</summary>
internal sealed class AuditedType
{
    private static readonly ConcurrentDictionary<IEntityType, AuditedType?> Known = new();

    // Hashes, stamps and counters of ASP.NET Core Identity: secret, or noise.
    private static readonly HashSet<string> IdentityInternals =
    [
        nameof(StaffMember.PasswordHash), nameof(StaffMember.SecurityStamp), nameof(StaffMember.ConcurrencyStamp), nameof(StaffMember.AccessFailedCount),
        nameof(StaffMember.NormalizedUserName), nameof(StaffMember.NormalizedEmail), nameof(IdentityRole<>.NormalizedName),
    ];

    private AuditedType(string name, IReadOnlyList<AuditedProperty> properties) => (Name, Properties) = (name, properties);

    /// <summary>Name of the target in the log.</summary>
    public string Name { get; }

    /// <summary>Properties whose changes are told.</summary>
    public IReadOnlyList<AuditedProperty> Properties { get; }

    /// <summary>The type's description, or null when its changes are not recorded.</summary>
    public static AuditedType? Of(IEntityType type) => Known.GetOrAdd(type, Describe);

    private static AuditedType? Describe(IEntityType type)
    {
        var clrType = type.ClrType;
        if (clrType == typeof(IdentityRole<Guid>))
        {
            return new AuditedType("StaffRole", [.. Told(type, "")]);
        }
        return clrType.IsAssignableTo(typeof(IFullAudited)) || clrType.IsAssignableTo(typeof(IAudited))
            ? new AuditedType(clrType.Name, [.. Told(type, "")])
            : null;
    }

    private static IEnumerable<AuditedProperty> Told(ITypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties().Where(x => IsTold(type, x)))
        {
            yield return new AuditedProperty(prefix + property.Name, property);
        }
        foreach (var complex in type.GetComplexProperties().Where(x => !x.IsCollection && x.PropertyInfo?.IsDefined(typeof(SecretAttribute)) != true))
        {
            foreach (var inner in Told(complex.ComplexType, $"{prefix}{complex.Name}."))
            {
                yield return inner;
            }
        }
    }

    private static bool IsTold(ITypeBase type, IProperty property) =>
        !property.IsPrimaryKey()
        && property.PropertyInfo is { } clrProperty
        && !clrProperty.IsDefined(typeof(SecretAttribute))
        && property.Name != ModelConventions.SearchTextColumn
        && !(IsAuditColumn(property.Name) && type.ClrType.IsAssignableTo(typeof(IFullAudited)))
        && !(property.Name == nameof(IHasVersion.Version) && type.ClrType.IsAssignableTo(typeof(IHasVersion)))
        && !(IsOfIdentity(clrProperty) && IdentityInternals.Contains(property.Name));

    private static bool IsAuditColumn(string name) => name
        is nameof(IFullAudited.CreationTime) or nameof(IFullAudited.CreatorId)
        or nameof(IFullAudited.LastModificationTime) or nameof(IFullAudited.LastModifierId)
        or nameof(IFullAudited.IsDeleted) or nameof(IFullAudited.DeletionTime) or nameof(IFullAudited.DeleterId);

    private static bool IsOfIdentity(PropertyInfo property) => property.DeclaringType?.Namespace == typeof(IdentityUser).Namespace;
}

/// <summary>A property whose changes are told.</summary>
internal sealed record AuditedProperty(string Name, IProperty Property);
