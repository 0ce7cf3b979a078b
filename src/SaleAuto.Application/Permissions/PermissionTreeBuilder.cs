namespace SaleAuto.Permissions;

/// <summary>Puts definitions and grants of one holder together for the screen.</summary>
internal sealed class PermissionTreeBuilder(
    PermissionRegistry registry,
    PermissionNames names,
    Guid holderId,
    IReadOnlyDictionary<Guid, string> roles,
    IReadOnlyList<PermissionGrant> grants,
    bool isUnlimited)
{
    private readonly ILookup<string, PermissionGrant> _grants = grants.ToLookup(x => x.Permission);

    public IReadOnlyList<PermissionGroupDto> Build()
    {
        var children = registry.All.ToLookup(x => x.Parent ?? "");
        return
        [
            .. registry.All.Where(x => x.Parent is null)
                .GroupBy(x => x.Group)
                .Select(group => new PermissionGroupDto(group.Key, names.Of(group.Key), [.. group.SelectMany(top => Branch(top, 0, children))])),
        ];
    }

    private IEnumerable<PermissionNodeDto> Branch(PermissionDefinition at, int depth, ILookup<string, PermissionDefinition> children) =>
        [Node(at, depth), .. children[at.Name].SelectMany(child => Branch(child, depth + 1, children))];

    private PermissionNodeDto Node(PermissionDefinition definition, int depth)
    {
        var own = _grants[definition.Name].FirstOrDefault(x => x.HolderId == holderId);
        return new PermissionNodeDto(
            definition.Name,
            names.Of(definition.Name),
            definition.Parent,
            depth,
            own switch { null => PermissionState.NotSet, { IsGranted: true } => PermissionState.Granted, _ => PermissionState.Denied },
            [.. _grants[definition.Name].Where(x => roles.ContainsKey(x.HolderId)).Select(x => names.OfRole(roles[x.HolderId]))],
            isUnlimited || registry.WithAncestors(definition.Name).All(IsGiven));
    }

    private bool IsGiven(string permission) =>
        _grants[permission].Any(x => x.IsGranted) && _grants[permission].All(x => x.IsGranted);
}
