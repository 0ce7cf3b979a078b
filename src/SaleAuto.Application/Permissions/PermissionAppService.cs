using Microsoft.AspNetCore.Identity;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Permissions;

internal sealed class PermissionAppService(
    IStaffAccessProvider access,
    PermissionRegistry registry,
    PermissionNames names,
    IPermissionGrantRepository grants,
    IStaffRoleQuery roleQuery,
    RoleManager<IdentityRole<Guid>> roles,
    IStaffAccounts accounts,
    IUnitOfWork unitOfWork) : IPermissionAppService
{
    public async Task<PermissionTreeDto> GetTreeAsync(PermissionHolder holder, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var rolesOf = holder.Kind == PermissionHolderKind.Staff ? await roleQuery.GetRolesOfAsync(holder.Id, cancellationToken) : new Dictionary<Guid, string>();
        var name = await NameAsync(holder, cancellationToken);
        var given = await grants.GetListAsync([holder.Id, .. rolesOf.Keys], cancellationToken);
        var isUnlimited = name.IsUnlimited || rolesOf.Values.Contains(StaffRoles.Administrator);
        var tree = new PermissionTreeBuilder(registry, names, holder.Id, rolesOf, given, isUnlimited);
        return new PermissionTreeDto(holder, name.Text, isUnlimited, tree.Build());
    }

    public async Task SetAsync(PermissionHolder holder, IReadOnlyList<PermissionChangeInput> changes, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        if ((await NameAsync(holder, cancellationToken)).IsUnlimited)
        {
            throw new BusinessException(SaleAutoErrorCodes.Permissions.AdministratorHasAll);
        }
        Check(holder, changes);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var given = (await grants.GetListAsync([holder.Id], token)).ToDictionary(x => x.Permission);
                foreach (var change in changes)
                {
                    Apply(holder, given.GetValueOrDefault(change.Permission), change);
                }
                return changes.Count;
            },
            cancellationToken);
    }

    public async Task<PermissionExplanationDto> ExplainAsync(Guid staffId, string permission, CancellationToken cancellationToken)
    {
        var own = await access.GetAsync(cancellationToken);
        if (!own.Has(SaleAutoPermissions.SeeAs))
        {
            own.Require(SaleAutoPermissions.Permissions.Manage);
        }
        var account = await accounts.FindAsync(staffId, cancellationToken) ?? throw new EntityNotFoundException(typeof(StaffMember), staffId);
        var rolesOf = await roleQuery.GetRolesOfAsync(staffId, cancellationToken);
        var given = await grants.GetListAsync([staffId, .. rolesOf.Keys], cancellationToken);
        var of = given.Where(x => x.Permission == permission).ToList();
        var givingRoles = of.Where(x => x.IsGranted && rolesOf.ContainsKey(x.HolderId)).Select(x => names.OfRole(rolesOf[x.HolderId])).ToList();
        var missing = registry.WithAncestors(permission).Skip(1).FirstOrDefault(x => !account.Access.Has(x));
        var reason = account switch
        {
            { IsActive: false } => PermissionReason.Disabled,
            { Access.IsUnlimited: true } => PermissionReason.Administrator,
            _ when of.Any(x => !x.IsGranted) => PermissionReason.Denied,
            _ when of.Count == 0 => PermissionReason.NotGiven,
            _ when missing is not null => PermissionReason.ParentMissing,
            _ when givingRoles.Count > 0 => PermissionReason.Role,
            _ => PermissionReason.Own,
        };
        return new PermissionExplanationDto(
            permission,
            names.Of(permission),
            account.Access.Has(permission),
            reason,
            givingRoles,
            reason == PermissionReason.ParentMissing ? names.Of(missing!) : null);
    }

    private void Apply(PermissionHolder holder, PermissionGrant? given, PermissionChangeInput change)
    {
        var isGranted = change.State == PermissionState.Granted;
        switch (given, change.State)
        {
            case (null, PermissionState.NotSet):
                break;
            case (null, _):
                grants.Insert(new PermissionGrant(Guid.CreateVersion7(), holder, change.Permission, isGranted));
                break;
            case (not null, PermissionState.NotSet):
                grants.Delete(given);
                break;
            default:
                given.Decide(isGranted);
                break;
        }
    }

    private void Check(PermissionHolder holder, IReadOnlyList<PermissionChangeInput> changes)
    {
        if (changes.Count > PermissionConsts.MaxChanges)
        {
            throw new InputValidationException(nameof(changes), SaleAutoErrorCodes.Fields.TooLong);
        }
        var known = changes.Select(x => x.Permission).ToHashSet(StringComparer.Ordinal);
        var isWrong = known.Count < changes.Count
            || changes.Any(x => registry.Find(x.Permission) is null || !Enum.IsDefined(x.State))
            || (holder.Kind == PermissionHolderKind.Role && changes.Any(x => x.State == PermissionState.Denied));
        if (isWrong)
        {
            throw new InputValidationException(nameof(PermissionChangeInput.Permission), SaleAutoErrorCodes.Fields.NotAllowed);
        }
    }

    private async Task<(string Text, bool IsUnlimited)> NameAsync(PermissionHolder holder, CancellationToken cancellationToken)
    {
        if (holder.Kind == PermissionHolderKind.Staff)
        {
            var account = await accounts.FindAsync(holder.Id, cancellationToken) ?? throw new EntityNotFoundException(typeof(StaffMember), holder.Id);
            return (account.FullName, false);
        }
        var role = await roles.FindByIdAsync(holder.Id.ToString()) ?? throw new EntityNotFoundException(typeof(IdentityRole), holder.Id);
        return (names.OfRole(role.Name!), role.Name == StaffRoles.Administrator);
    }

    private ValueTask<StaffAccess> RequireAsync(CancellationToken cancellationToken) => access.RequireAsync(SaleAutoPermissions.Permissions.Manage, cancellationToken);
}
