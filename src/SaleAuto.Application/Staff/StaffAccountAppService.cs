using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;
using SaleAuto.Users;
using SaleAuto.Validation;

namespace SaleAuto.Staff;

internal sealed class StaffAccountAppService(
    IStaffAccessProvider access,
    AccountGuard guard,
    IStaffRoleQuery people,
    PermissionNames names,
    UserManager<StaffMember> accounts,
    RoleManager<IdentityRole<Guid>> roles,
    IStaffInvitationRepository invitations,
    IStaffSessionRepository sessions,
    IUserSwitch users,
    IAuditTrail audit,
    IUnitOfWork unitOfWork,
    IOptions<PublicAddress> address,
    TimeProvider clock) : IStaffAccountAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<StaffPersonDto>> GetListAsync(CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        return
        [
            .. (await people.GetPeopleAsync(cancellationToken)).Select(x => new StaffPersonDto(
                x.Id, x.UserName, x.FullName, x.IsActive, x.HasPassword, x.HasSecondFactor, [.. x.Roles.Select(names.OfRole)], x.LastSeenAt)),
        ];
    }

    public async Task<IReadOnlyList<InvitableRoleDto>> GetInvitableRolesAsync(CancellationToken cancellationToken)
    {
        var own = await RequireAsync(cancellationToken);
        var givable = await guard.OnlyGivableAsync(own, await people.GetRolesAsync(cancellationToken), cancellationToken);
        return [.. givable.Select(x => new InvitableRoleDto(x.Name, names.OfRole(x.Name)))];
    }

    public async Task<InvitationDto> InviteAsync(InviteStaffInput input, CancellationToken cancellationToken)
    {
        var own = await RequireAsync(cancellationToken);
        InputValidator.Validate(input);
        var role = await roles.FindByNameAsync(input.Role!) ?? throw new InputValidationException(nameof(input.Role), SaleAutoErrorCodes.Fields.NotAllowed);
        await guard.EnsureMayGiveAsync(own, role, cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async _ =>
            {
                var staff = new StaffMember(Guid.CreateVersion7(), input.UserName!, input.FullName!.Trim());
                (await accounts.CreateAsync(staff)).Ensure(nameof(input.UserName));
                (await accounts.AddToRoleAsync(staff, role.Name!)).Ensure(nameof(input.Role));
                return Write(staff.Id);
            },
            cancellationToken);
    }

    public async Task<InvitationDto> InviteAgainAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await RequireAsync(staffId, cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                foreach (var old in await invitations.GetOpenAsync(staffId, token))
                {
                    old.Withdraw(Now);
                }
                return Write(staffId);
            },
            cancellationToken);
    }

    public async Task<InvitedDto?> FindInvitationAsync(string secret, CancellationToken cancellationToken) =>
        await FindOpenAsync(secret, cancellationToken) is { } invitation && await accounts.FindByIdAsync(invitation.StaffId.ToString()) is { IsActive: true } staff
            ? new InvitedDto(staff.UserName!, staff.FullName)
            : null;

    public async Task AcceptInvitationAsync(string secret, AcceptInvitationInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var invitation = await FindOpenAsync(secret, token) ?? throw Invalid();
                var staff = await accounts.FindByIdAsync(invitation.StaffId.ToString()) is { IsActive: true } found ? found : throw Invalid();
                using var _ = users.ActAs(staff.Id);
                invitation.Accept(Now);
                staff.Rename(input.FullName!);
                staff.PasswordChosen();
                if (await accounts.HasPasswordAsync(staff))
                {
                    (await accounts.RemovePasswordAsync(staff)).Ensure(nameof(input.Password));
                }
                (await accounts.AddPasswordAsync(staff, input.Password!)).Ensure(nameof(input.Password));
                audit.Add(new AuditRecord(AuditActions.InvitationAccepted, nameof(StaffMember), staff.Id));
                await unitOfWork.SaveChangesAsync(token); // while it is still the person's own doing
                return true;
            },
            cancellationToken);
    }

    public Task DisableAsync(Guid staffId, CancellationToken cancellationToken) =>
        ChangeAsync(staffId, staff => staff.Disable(), AuditActions.SessionsEnded, cancellationToken);

    public Task EnableAsync(Guid staffId, CancellationToken cancellationToken) =>
        ChangeAsync(staffId, staff => staff.Enable(), null, cancellationToken);

    public Task DemandNewPasswordAsync(Guid staffId, CancellationToken cancellationToken) =>
        ChangeAsync(staffId, staff => staff.DemandNewPassword(), AuditActions.NewPasswordDemanded, cancellationToken);

    public Task EndSessionsAsync(Guid staffId, CancellationToken cancellationToken) =>
        ChangeAsync(staffId, _ => { }, AuditActions.SessionsEnded, cancellationToken);

    private async Task ChangeAsync(Guid staffId, Action<StaffMember> change, string? endsSessions, CancellationToken cancellationToken)
    {
        await RequireAsync(staffId, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var staff = await accounts.FindByIdAsync(staffId.ToString()) ?? throw new EntityNotFoundException(typeof(StaffMember), staffId);
                change(staff);
                if (endsSessions is not null)
                {
                    foreach (var session in await sessions.GetOpenAsync(staffId, DateTime.MinValue, token))
                    {
                        session.End(Now);
                    }
                    audit.Add(new AuditRecord(endsSessions, nameof(StaffMember), staffId));
                }
                return (await accounts.UpdateAsync(staff)).Ensure("");
            },
            cancellationToken);
    }

    private InvitationDto Write(Guid staffId)
    {
        var secret = Secrets.NewToken();
        var invitation = new StaffInvitation(Guid.CreateVersion7(), staffId, secret, Now);
        invitations.Insert(invitation);
        return new InvitationDto(staffId, address.Value.Of($"/admin/invitation/{secret}"), invitation.ExpiresAt);
    }

    private async Task<StaffInvitation?> FindOpenAsync(string secret, CancellationToken cancellationToken) =>
        await invitations.FindByHashAsync(Secrets.HashOf(secret), cancellationToken) is { } invitation && invitation.IsOpen(Now) ? invitation : null;

    private ValueTask<StaffAccess> RequireAsync(CancellationToken cancellationToken) => access.RequireAsync(SaleAutoPermissions.ManageAccounts, cancellationToken);

    private async Task RequireAsync(Guid staffId, CancellationToken cancellationToken) =>
        await guard.EnsureMayManageAsync(await RequireAsync(cancellationToken), staffId, cancellationToken);

    private static BusinessException Invalid() => new(SaleAutoErrorCodes.Staff.InvitationInvalid);
}
