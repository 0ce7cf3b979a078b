using SaleAuto.Localization;

namespace SaleAuto.Permissions;

/// <summary>What permissions, groups and roles are called. The last part of a name, such as Create, is called the same everywhere.</summary>
internal sealed class PermissionNames(IEnumerable<IPermissionTextSource> sources)
{
    public string Of(string name) =>
        PermissionTexts.Find(name)
        ?? sources.Select(x => x.FindText(name)).FirstOrDefault(x => x is not null)
        ?? PermissionTexts.Find($"*.{name[(name.LastIndexOf('.') + 1)..]}")
        ?? name;

    /// <summary>The name together with that of what it hangs under: "Leads: see · Change".</summary>
    public string OfWhole(PermissionDefinition definition, PermissionRegistry registry) =>
        string.Join(" · ", registry.WithAncestors(definition.Name).Reverse().Select(Of));

    public string OfRole(string role) => PermissionTexts.Find($"Role.{role}") ?? role;
}
