namespace SaleAuto.Permissions;

/// <summary>All permissions as one role or person has them.</summary>
/// <param name="Holder">The role or the person.</param>
/// <param name="HolderName">Name of the role or the person.</param>
/// <param name="IsUnlimited">Whether the holder has everything, whatever is set.</param>
/// <param name="Groups">The tree.</param>
public sealed record PermissionTreeDto(PermissionHolder Holder, string HolderName, bool IsUnlimited, IReadOnlyList<PermissionGroupDto> Groups);

/// <summary>A group of the tree.</summary>
public sealed record PermissionGroupDto(string Name, string Text, IReadOnlyList<PermissionNodeDto> Permissions);

/// <summary>One permission.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Text">Name for people.</param>
/// <param name="Parent">Permission that it hangs under; without that one it gives nothing.</param>
/// <param name="Depth">How deep it hangs, 0 at the top.</param>
/// <param name="State">What is set for the holder itself.</param>
/// <param name="InheritedFrom">Roles of the person that give it.</param>
/// <param name="IsEffective">Whether the holder has it in the end.</param>
public sealed record PermissionNodeDto(
    string Name,
    string Text,
    string? Parent,
    int Depth,
    PermissionState State,
    IReadOnlyList<string> InheritedFrom,
    bool IsEffective);

/// <summary>What is set for a role or a person.</summary>
public enum PermissionState
{
    /// <summary>Nothing: roles decide.</summary>
    NotSet,

    /// <summary>Given.</summary>
    Granted,

    /// <summary>Taken from the person, whatever the roles say.</summary>
    Denied,
}

/// <summary>One change of the tree.</summary>
public sealed record PermissionChangeInput(string Permission, PermissionState State);

/// <summary>Why a person has a permission or not.</summary>
/// <param name="Permission">Full name.</param>
/// <param name="Text">Name for people.</param>
/// <param name="IsEffective">Whether the person has it.</param>
/// <param name="Reason">What decides.</param>
/// <param name="Roles">Roles that give it.</param>
/// <param name="MissingParent">The permission above it that is missing, with its text.</param>
public sealed record PermissionExplanationDto(
    string Permission,
    string Text,
    bool IsEffective,
    PermissionReason Reason,
    IReadOnlyList<string> Roles,
    string? MissingParent);

/// <summary>What decides whether a person has a permission.</summary>
public enum PermissionReason
{
    /// <summary>Neither a role nor the person was given it.</summary>
    NotGiven,

    /// <summary>The account is disabled.</summary>
    Disabled,

    /// <summary>The person is an administrator.</summary>
    Administrator,

    /// <summary>It was taken from the person.</summary>
    Denied,

    /// <summary>It was given to the person.</summary>
    Own,

    /// <summary>Roles give it.</summary>
    Role,

    /// <summary>It is given, but not what it hangs under.</summary>
    ParentMissing,
}

/// <summary>A role. <c>IsDelivered</c>: it came with the program and so keeps its name.</summary>
public sealed record RoleDto(Guid Id, string Name, string Text, bool IsDelivered, int Members);

/// <summary>A role with its members.</summary>
public sealed record RoleDetailsDto(Guid Id, string Name, string Text, bool IsDelivered, IReadOnlyList<RoleMemberDto> Members);

/// <summary>A person who has the role.</summary>
public sealed record RoleMemberDto(Guid Id, string UserName, string FullName, bool IsActive);

/// <summary>A role's name.</summary>
public sealed record RoleInput(string? Name);
