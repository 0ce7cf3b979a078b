using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>All resources of the program.</summary>
public interface IResourceRegistry
{
    /// <summary>All of them, in the order of the menu.</summary>
    IReadOnlyList<ResourceModel> All { get; }

    /// <summary>The resource of that name in addresses, or null.</summary>
    ResourceModel? Find(string name);

    /// <summary>The resource of that entity type, or null.</summary>
    ResourceModel? Find(Type entityType);

    /// <summary>The resource of that name.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    ResourceModel Get(string name);
}

/// <summary>One or more definitions cannot work. The message lists every fault.</summary>
public sealed class ResourceDefinitionException(IReadOnlyList<string> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One sentence each, naming the class and the field.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}

/// <summary>Builds all definitions once and ties them together.</summary>
internal sealed class ResourceRegistry : IResourceRegistry
{
    private readonly Dictionary<string, ResourceModel> _byName;
    private readonly Dictionary<Type, ResourceModel> _byEntity;

    public ResourceRegistry(BuiltResources built, IEnumerable<IPermissionDefinitionProvider> permissionProviders)
    {
        var resources = built.Resources;
        var faults = built.Faults.ToList();
        foreach (var twice in resources.GroupBy(r => r.Name).Where(g => g.Count() > 1))
        {
            faults.Add($"{twice.Last().DefinitionType.Name}: the name {twice.Key} is taken by {twice.First().DefinitionType.Name}.");
        }
        _byName = resources.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _byEntity = resources.GroupBy(r => r.EntityType).ToDictionary(g => g.Key, g => g.First());
        var foreign = permissionProviders.Where(p => p is not ResourcePermissions).SelectMany(p => p.Define()).Select(p => p.Name).ToHashSet();
        foreach (var resource in resources)
        {
            Tie(resource, foreign, faults);
        }
        if (faults.Count > 0)
        {
            throw new ResourceDefinitionException(faults);
        }
        All = [.. resources.OrderBy(r => r.Menu?.Group is null).ThenBy(r => r.Menu?.Order).ThenBy(r => r.Name)];
    }

    public IReadOnlyList<ResourceModel> All { get; }

    public ResourceModel? Find(string name) => _byName.GetValueOrDefault(name);

    public ResourceModel? Find(Type entityType) => _byEntity.GetValueOrDefault(entityType);

    public ResourceModel Get(string name) => Find(name) ?? throw new EntityNotFoundException(typeof(ResourceModel), name);

    private void Tie(ResourceModel resource, HashSet<string> foreignPermissions, List<string> faults)
    {
        foreach (var field in resource.Fields.Concat(resource.Actions.SelectMany(a => a.Fields)).Concat(resource.Fields.SelectMany(f => f.Lines)))
        {
            if (field.Reference is { } reference)
            {
                reference.Resource = Find(reference.EntityType);
                if (reference.Resource is null && field.Input is not null)
                {
                    faults.Add($"{resource.DefinitionType.Name}: field {field.Name} looks up {reference.EntityType.Name}, which has no resource definition.");
                }
            }
            if (field.Permission is { } permission && !permission.StartsWith($"{resource.Permission}.", StringComparison.Ordinal) && !foreignPermissions.Contains(permission))
            {
                faults.Add($"{resource.DefinitionType.Name}: field {field.Name} needs the permission {permission}, which nothing defines.");
            }
        }
        foreach (var action in resource.Actions)
        {
            if (!action.Permission.StartsWith($"{resource.Permission}.", StringComparison.Ordinal) && !foreignPermissions.Contains(action.Permission))
            {
                faults.Add($"{resource.DefinitionType.Name}: action {action.Name} needs the permission {action.Permission}, which nothing defines.");
            }
        }
        foreach (var related in resource.Related)
        {
            var other = Find(related.EntityType);
            if (other?.FindField(related.Field) is not { Read: not null } field || !field.Operators.Contains(FilterOperator.Eq))
            {
                faults.Add($"{resource.DefinitionType.Name}: related {related.EntityType.Name} has no resource whose field {related.Field} can be filtered.");
            }
            else
            {
                related.Resource = other;
            }
        }
        if (resource.SearchParts.Count > 0 && !resource.EntityType.IsAssignableTo(typeof(Searching.ISearchable)))
        {
            faults.Add($"{resource.DefinitionType.Name}: {resource.EntityType.Name} is searched, but is not marked as ISearchable.");
        }
        if (resource.SearchGuards.Count > 0 && !resource.EntityType.IsAssignableTo(typeof(Searching.IGuardedSearchable)))
        {
            faults.Add($"{resource.DefinitionType.Name}: the search looks into what needs a permission, but {resource.EntityType.Name} is not marked as IGuardedSearchable.");
        }
        foreach (var permission in resource.SearchGuards.Where(p => !p.StartsWith($"{resource.Permission}.", StringComparison.Ordinal) && !foreignPermissions.Contains(p)))
        {
            faults.Add($"{resource.DefinitionType.Name}: the search needs the permission {permission}, which nothing defines.");
        }
        foreach (var name in resource.DefaultSort.Select(s => s.Field).Where(name => resource.FindField(name) is null))
        {
            faults.Add($"{resource.DefinitionType.Name}: the default sort names {name}, which is no field.");
        }
    }
}

/// <summary>The definitions as they were built, once for the registry and the permissions.</summary>
internal sealed class BuiltResources
{
    public BuiltResources(IEnumerable<IResourceDefinition> definitions)
    {
        var faults = new List<string>();
        Resources = [.. definitions.Select(d => d.Build(faults))];
        Faults = faults;
    }

    public IReadOnlyList<ResourceModel> Resources { get; }

    public IReadOnlyList<string> Faults { get; }
}

/// <summary>Permissions that follow from the definitions; the registry reports the faults.</summary>
internal sealed class ResourcePermissions(BuiltResources built) : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define()
    {
        foreach (var resource in built.Resources)
        {
            var group = resource.Menu?.Group ?? resource.TextKey;
            yield return new PermissionDefinition(resource.Permission, group, null, Roles(resource.DefaultRoles, resource.Permission));
            foreach (var child in Children(resource).Distinct())
            {
                var roles = Roles(resource.DefaultRoles, child).Concat(Roles(resource.ActionRoles, child)).Distinct().ToList();
                var isRead = child == resource.ExportPermission || resource.Fields.Any(f => f.Permission == child);
                yield return new PermissionDefinition(child, group, resource.Permission, roles) { IsRead = isRead };
            }
        }
    }

    private static IEnumerable<string> Children(ResourceModel resource)
    {
        var prefix = $"{resource.Permission}.";
        string?[] own =
        [
            resource.CanCreate ? resource.CreatePermission : null,
            resource.CanUpdate ? resource.UpdatePermission : null,
            resource.CanDelete ? resource.DeletePermission : null,
            resource.ExportPermission,
            resource.CanCreate ? resource.ImportPermission : null,
        ];
        return own.OfType<string>()
            .Concat(resource.Actions.Select(a => a.Permission).Where(p => p.StartsWith(prefix, StringComparison.Ordinal)))
            .Concat(resource.Fields.Select(f => f.Permission).OfType<string>().Where(p => p.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Roles(IReadOnlyDictionary<string, IReadOnlyList<string>> roles, string permission) => roles.GetValueOrDefault(permission, []);
}
