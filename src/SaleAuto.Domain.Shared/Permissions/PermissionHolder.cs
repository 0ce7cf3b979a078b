namespace SaleAuto.Permissions;

/// <summary>Who a permission is given to.</summary>
public readonly record struct PermissionHolder(PermissionHolderKind Kind, Guid Id);

/// <summary>Kinds of holders.</summary>
public enum PermissionHolderKind
{
    Role,
    Staff,
}

/// <summary>Bounds of permissions.</summary>
public static class PermissionConsts
{
    /// <summary>Longest full name.</summary>
    public const int MaxNameLength = 128;

    /// <summary>Most changes in one go.</summary>
    public const int MaxChanges = 500;

    /// <summary>Longest name of a role.</summary>
    public const int MaxRoleNameLength = 50;
}
