using SaleAuto.Staff;

namespace SaleAuto.Permissions;

/// <summary>Puts grants together: a permission counts only together with what it hangs under, and a person's own refusal beats every role.</summary>
internal static class AccessComposer
{
    public static StaffAccess Compose(PermissionRegistry registry, Guid staffId, IReadOnlyDictionary<Guid, string> roles, IReadOnlyCollection<PermissionGrant> grants)
    {
        var denials = Names(grants.Where(x => !x.IsGranted));
        var given = Names(grants.Where(x => x.IsGranted && !denials.Contains(x.Permission)));
        var effective = given.Where(x => registry.WithAncestors(x).All(given.Contains)).ToHashSet(StringComparer.Ordinal);
        var byHolder = grants.Where(x => x.IsGranted && effective.Contains(x.Permission)).ToLookup(x => x.HolderId, x => x.Permission);
        return new StaffAccess(
            staffId,
            roles.ToDictionary(x => x.Value, x => (IReadOnlySet<string>)byHolder[x.Key].ToHashSet(StringComparer.Ordinal)),
            byHolder[staffId].ToHashSet(StringComparer.Ordinal),
            denials,
            isUnlimited: roles.Values.Contains(StaffRoles.Administrator));
    }

    private static HashSet<string> Names(IEnumerable<PermissionGrant> grants) => grants.Select(x => x.Permission).ToHashSet(StringComparer.Ordinal);
}
