using System.Collections.Concurrent;

namespace SaleAuto.Permissions;

/// <summary>All permissions that exist, from every provider, in the order of the tree.</summary>
public sealed class PermissionRegistry
{
    private readonly Dictionary<string, PermissionDefinition> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _byScopes = new(StringComparer.Ordinal);

    /// <summary>Collects the definitions. One permission may be defined by several parts of the program: their default roles add up.</summary>
    /// <exception cref="InvalidOperationException">A permission hangs under one that does not exist.</exception>
    public PermissionRegistry(IEnumerable<IPermissionDefinitionProvider> providers)
    {
        foreach (var definition in providers.SelectMany(x => x.Define()))
        {
            _byName[definition.Name] = _byName.TryGetValue(definition.Name, out var known)
                ? known with { DefaultRoles = [.. known.DefaultRoles.Union(definition.DefaultRoles)] }
                : definition;
        }
        if (_byName.Values.FirstOrDefault(x => x.Parent is { } parent && !_byName.ContainsKey(parent)) is { } lost)
        {
            throw new InvalidOperationException($"Permission {lost.Name} hangs under {lost.Parent}, which nobody defines");
        }
        All = [.. _byName.Values];
    }

    /// <summary>Every permission.</summary>
    public IReadOnlyList<PermissionDefinition> All { get; }

    /// <summary>The permission of that name, or null.</summary>
    public PermissionDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The permission with everything that it hangs under, itself first. A name that nobody defines stands alone.</summary>
    public IEnumerable<string> WithAncestors(string name)
    {
        for (var at = name; at is not null; at = Find(at)?.Parent)
        {
            yield return at;
        }
    }

    /// <summary>What the scopes of a personal access token let through: permissions by name, with what they hang under; <c>read</c>; or <c>all</c>, which is null.</summary>
    public IReadOnlySet<string>? AllowedBy(IReadOnlyList<string> scopes) =>
        scopes.Contains(PermissionScopes.All)
            ? null
            : _byScopes.GetOrAdd(string.Join(' ', scopes.Order(StringComparer.Ordinal)), _ => scopes
                .SelectMany(scope => scope == PermissionScopes.Read ? All.Where(x => x.IsRead).Select(x => x.Name) : [scope])
                .SelectMany(WithAncestors)
                .ToHashSet(StringComparer.Ordinal));
}

/// <summary>Scopes of a personal access token that are not names of permissions.</summary>
public static class PermissionScopes
{
    /// <summary>Everything that lets people only look.</summary>
    public const string Read = "read";

    /// <summary>Everything that the owner of the token may do.</summary>
    public const string All = "all";
}
