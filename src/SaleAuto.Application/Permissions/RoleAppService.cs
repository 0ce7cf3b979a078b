using Microsoft.AspNetCore.Identity;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Permissions;

internal sealed class RoleAppService(
    IStaffAccessProvider access,
    PermissionNames names,
    IStaffRoleQuery query,
    IPermissionGrantRepository grants,
    RoleManager<IdentityRole<Guid>> roles,
    UserManager<StaffMember> accounts,
    IUnitOfWork unitOfWork) : IRoleAppService
{
    public async Task<IReadOnlyList<RoleDto>> GetListAsync(CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        return [.. (await query.GetRolesAsync(cancellationToken)).Select(x => new RoleDto(x.Id, x.Name, names.OfRole(x.Name), IsDelivered(x.Name), x.Members))];
    }

    public async Task<RoleDetailsDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var role = await FindAsync(id);
        var members = await query.GetMembersAsync(id, cancellationToken);
        return new RoleDetailsDto(
            id,
            role.Name!,
            names.OfRole(role.Name!),
            IsDelivered(role.Name!),
            [.. members.Select(x => new RoleMemberDto(x.Id, x.UserName, x.FullName, x.IsActive))]);
    }

    public async Task<Guid> CreateAsync(RoleInput input, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var role = new IdentityRole<Guid>(Name(input)) { Id = Guid.CreateVersion7() };
        await unitOfWork.ExecuteAsync(async _ => Ensure(await roles.CreateAsync(role)), cancellationToken);
        return role.Id;
    }

    public async Task RenameAsync(Guid id, RoleInput input, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var name = Name(input);
        await unitOfWork.ExecuteAsync(
            async _ =>
            {
                var role = await FindOwnAsync(id);
                role.Name = name;
                return Ensure(await roles.UpdateAsync(role));
            },
            cancellationToken);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var role = await FindOwnAsync(id);
                foreach (var member in await query.GetMembersAsync(id, token))
                {
                    Ensure(await accounts.RemoveFromRoleAsync((await accounts.FindByIdAsync(member.Id.ToString()))!, role.Name!)); // one by one, for the audit log
                }
                foreach (var grant in await grants.GetListAsync([id], token))
                {
                    grants.Delete(grant);
                }
                return Ensure(await roles.DeleteAsync(role));
            },
            cancellationToken);
    }

    public Task AddMemberAsync(Guid id, Guid staffId, CancellationToken cancellationToken) => ChangeMemberAsync(
        id,
        staffId,
        async (staff, role, _) => await accounts.IsInRoleAsync(staff, role) || Ensure(await accounts.AddToRoleAsync(staff, role)),
        cancellationToken);

    public Task RemoveMemberAsync(Guid id, Guid staffId, CancellationToken cancellationToken) => ChangeMemberAsync(
        id,
        staffId,
        async (staff, role, token) =>
        {
            if (role == StaffRoles.Administrator && !(await query.GetMembersAsync(id, token)).Any(x => x.IsActive && x.Id != staffId))
            {
                throw new BusinessException(SaleAutoErrorCodes.Permissions.LastAdministrator);
            }
            return !await accounts.IsInRoleAsync(staff, role) || Ensure(await accounts.RemoveFromRoleAsync(staff, role));
        },
        cancellationToken);

    private async Task ChangeMemberAsync(
        Guid id,
        Guid staffId,
        Func<StaffMember, string, CancellationToken, Task<bool>> change,
        CancellationToken cancellationToken)
    {
        var own = await RequireAsync(cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"role:{id}", token); // two at once must not remove the last two administrators
                var role = await FindAsync(id);
                if (role.Name == StaffRoles.Administrator && !own.IsUnlimited)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Permissions.OnlyAdministrators);
                }
                var staff = await accounts.FindByIdAsync(staffId.ToString()) ?? throw new EntityNotFoundException(typeof(StaffMember), staffId);
                return await change(staff, role.Name!, token);
            },
            cancellationToken);
    }

    private static string Name(RoleInput input)
    {
        var name = input.Name?.Trim() ?? "";
        var code = name switch
        {
            "" => SaleAutoErrorCodes.Fields.Required,
            { Length: > PermissionConsts.MaxRoleNameLength } => SaleAutoErrorCodes.Fields.TooLong,
            _ when !name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_') => SaleAutoErrorCodes.Fields.Malformed,
            _ => null,
        };
        return code is null ? name : throw new InputValidationException(nameof(RoleInput.Name), code);
    }

    private async Task<IdentityRole<Guid>> FindAsync(Guid id) =>
        await roles.FindByIdAsync(id.ToString()) ?? throw new EntityNotFoundException(typeof(IdentityRole), id);

    private async Task<IdentityRole<Guid>> FindOwnAsync(Guid id) => await FindAsync(id) is var role && !IsDelivered(role.Name!)
        ? role
        : throw new BusinessException(SaleAutoErrorCodes.Permissions.RoleIsDelivered);

    private static bool IsDelivered(string name) => StaffRoles.All.Contains(name);

    private static bool Ensure(IdentityResult result) => result.Succeeded
        ? true
        : throw (result.Errors.Any(x => x.Code == nameof(IdentityErrorDescriber.DuplicateRoleName))
            ? new InputValidationException(nameof(RoleInput.Name), SaleAutoErrorCodes.Permissions.RoleNameTaken)
            : new InvalidOperationException(string.Join(" ", result.Errors.Select(x => x.Description))));

    private ValueTask<StaffAccess> RequireAsync(CancellationToken cancellationToken) => access.RequireAsync(SaleAutoPermissions.Permissions.Manage, cancellationToken);
}
