using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>Which rows of a resource a person sees: all, or those that pass at least one of the filters.</summary>
internal sealed record RowScope(IReadOnlyList<RowFilterModel> Filters, Guid? StaffId)
{
    public static RowScope All { get; } = new([], null);

    public bool IsAll => Filters.Count == 0;

    /// <summary>
    /// A role that may see the resource and has no filter lifts the limit; otherwise the filters of the roles that may see it are joined by "or".
    /// Somebody whose permission was granted in person stays held to the filters of his roles.
    /// </summary>
    public static RowScope Of(ResourceModel resource, StaffAccess access)
    {
        if (access.IsUnlimited || resource.RowFilters.Count == 0)
        {
            return All;
        }
        var roles = access.RolesWith(resource.Permission).ToList();
        if (roles.Count > 0 && roles.Exists(role => !resource.RowFilters.Any(f => f.Role == role)))
        {
            return All;
        }
        var filters = resource.RowFilters.Where(f => (roles.Count > 0 ? roles : access.Roles).Contains(f.Role)).ToList();
        return filters.Count == 0 ? All : new RowScope(filters, access.StaffId);
    }
}
