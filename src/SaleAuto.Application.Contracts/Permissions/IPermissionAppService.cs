namespace SaleAuto.Permissions;

/// <summary>Who may do what. Every method needs <see cref="SaleAutoPermissions.Permissions.Manage"/>.</summary>
public interface IPermissionAppService
{
    /// <summary>The tree of all permissions, with what the role or person has and from where.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is no such role or person.</exception>
    Task<PermissionTreeDto> GetTreeAsync(PermissionHolder holder, CancellationToken cancellationToken);

    /// <summary>Gives, refuses or leaves open permissions of a role or a person.</summary>
    /// <exception cref="Errors.InputValidationException">A permission does not exist, or a role is refused one.</exception>
    /// <exception cref="Errors.BusinessException">The role is the administrator's, which has everything.</exception>
    Task SetAsync(PermissionHolder holder, IReadOnlyList<PermissionChangeInput> changes, CancellationToken cancellationToken);

    /// <summary>Why a person has a permission or not.</summary>
    Task<PermissionExplanationDto> ExplainAsync(Guid staffId, string permission, CancellationToken cancellationToken);
}

/// <summary>Roles and who has them. Every method needs <see cref="SaleAutoPermissions.Permissions.Manage"/>.</summary>
public interface IRoleAppService
{
    /// <summary>All roles by name.</summary>
    Task<IReadOnlyList<RoleDto>> GetListAsync(CancellationToken cancellationToken);

    /// <summary>One role with its members.</summary>
    Task<RoleDetailsDto> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Makes a role that may do nothing yet.</summary>
    /// <exception cref="Errors.InputValidationException">The name is missing, too long, malformed or taken.</exception>
    Task<Guid> CreateAsync(RoleInput input, CancellationToken cancellationToken);

    /// <summary>Renames a role; the delivered ones keep their names.</summary>
    Task RenameAsync(Guid id, RoleInput input, CancellationToken cancellationToken);

    /// <summary>Removes a role from everybody; the delivered ones stay.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Gives the role to a person. Only an administrator makes administrators.</summary>
    Task AddMemberAsync(Guid id, Guid staffId, CancellationToken cancellationToken);

    /// <summary>Takes the role from a person; the last active administrator stays one.</summary>
    Task RemoveMemberAsync(Guid id, Guid staffId, CancellationToken cancellationToken);
}
