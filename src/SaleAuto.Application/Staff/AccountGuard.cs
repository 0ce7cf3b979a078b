using Microsoft.AspNetCore.Identity;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Users;

namespace SaleAuto.Staff;

/// <summary>Keeps whoever manages accounts from making themselves more than they are: by a link to a stronger account, or a stronger role.</summary>
internal sealed class AccountGuard(IStaffAccounts accounts, IPermissionGrantRepository grants, PermissionRegistry registry)
{
    /// <summary>Passes when the role gives nothing that the person has not.</summary>
    public async Task EnsureMayGiveAsync(StaffAccess own, IdentityRole<Guid> role, CancellationToken cancellationToken)
    {
        if (own.IsUnlimited)
        {
            return;
        }
        if (role.Name == StaffRoles.Administrator)
        {
            throw new BusinessException(SaleAutoErrorCodes.Permissions.OnlyAdministrators);
        }
        var given = await grants.GetListAsync([role.Id], cancellationToken);
        Ensure(own, given.Select(x => x.Permission));
    }

    /// <summary>Those of the roles that give nothing that the person has not.</summary>
    public async Task<IEnumerable<RoleRow>> OnlyGivableAsync(StaffAccess own, IReadOnlyList<RoleRow> roles, CancellationToken cancellationToken)
    {
        if (own.IsUnlimited)
        {
            return roles;
        }
        var given = (await grants.GetListAsync([.. roles.Select(x => x.Id)], cancellationToken)).ToLookup(x => x.HolderId, x => x.Permission);
        return roles.Where(x => x.Name != StaffRoles.Administrator && (own.Has(SaleAutoPermissions.Permissions.Manage) || given[x.Id].All(own.Has)));
    }

    /// <summary>Passes when the other person can do nothing that the person cannot.</summary>
    public async Task EnsureMayManageAsync(StaffAccess own, Guid staffId, CancellationToken cancellationToken)
    {
        if (own.StaffId == staffId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.NotYourself);
        }
        var other = await accounts.FindAsync(staffId, cancellationToken) ?? throw new EntityNotFoundException(typeof(StaffMember), staffId);
        if (own.IsUnlimited)
        {
            return;
        }
        if (other.Roles.Contains(StaffRoles.Administrator))
        {
            throw new BusinessException(SaleAutoErrorCodes.Permissions.OnlyAdministrators);
        }
        Ensure(own, registry.All.Select(x => x.Name).Where(other.Access.Has));
    }

    // Whoever edits roles could take the permissions anyway.
    private static void Ensure(StaffAccess own, IEnumerable<string> permissions)
    {
        if (!own.Has(SaleAutoPermissions.Permissions.Manage) && permissions.FirstOrDefault(x => !own.Has(x)) is { } missing)
        {
            throw new AuthorizationException(missing);
        }
    }
}
