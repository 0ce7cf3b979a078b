namespace SaleAuto.Permissions;

/// <summary>A permission in the tree of the permissions screen. Its texts stand under its name in the texts of resources.</summary>
/// <param name="Name">Full name, such as <c>SaleAuto.Leads.Update</c>.</param>
/// <param name="Group">Group of the tree, the same groups as in the menu.</param>
/// <param name="Parent">Name of the permission that it hangs under; without the parent it gives nothing.</param>
/// <param name="DefaultRoles">Roles that have it when the program is delivered.</param>
public sealed record PermissionDefinition(string Name, string Group, string? Parent, IReadOnlyList<string> DefaultRoles)
{
    /// <summary>Whether it lets people only look: such permissions are what the scope "read" of a personal access token gives. By default, what hangs under nothing.</summary>
    public bool IsRead { get; init; } = Parent is null;
}

/// <summary>Defines permissions of one part of the program; all providers together make the tree. Registered as a singleton.</summary>
public interface IPermissionDefinitionProvider
{
    /// <summary>The permissions, parents before children.</summary>
    IEnumerable<PermissionDefinition> Define();
}

/// <summary>Gives names of permissions and groups to people; asked in the order of registration.</summary>
public interface IPermissionTextSource
{
    /// <summary>Text in the current language for a permission or a group, or null when this source has none.</summary>
    string? FindText(string name);
}
