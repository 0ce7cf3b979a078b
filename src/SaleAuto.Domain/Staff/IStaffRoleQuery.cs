namespace SaleAuto.Staff;

/// <summary>Roles and their members, for the screens of roles and permissions.</summary>
public interface IStaffRoleQuery
{
    /// <summary>All roles by name.</summary>
    Task<IReadOnlyList<RoleRow>> GetRolesAsync(CancellationToken cancellationToken);

    /// <summary>Members of a role by name.</summary>
    Task<IReadOnlyList<RoleMemberRow>> GetMembersAsync(Guid roleId, CancellationToken cancellationToken);

    /// <summary>Everybody with an account, by name.</summary>
    Task<IReadOnlyList<StaffPersonRow>> GetPeopleAsync(CancellationToken cancellationToken);

    /// <summary>Names of a person's roles by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetRolesOfAsync(Guid staffId, CancellationToken cancellationToken);
}

/// <summary>A role and the number of its members.</summary>
public sealed record RoleRow(Guid Id, string Name, int Members);

/// <summary>A person who has a role.</summary>
public sealed record RoleMemberRow(Guid Id, string UserName, string FullName, bool IsActive);

/// <summary>An account with its roles.</summary>
public sealed record StaffPersonRow(
    Guid Id, string UserName, string FullName, bool IsActive, bool HasPassword, bool HasSecondFactor, IReadOnlyList<string> Roles, DateTime? LastSeenAt);
