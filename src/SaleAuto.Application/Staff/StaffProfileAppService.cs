using Microsoft.AspNetCore.Identity;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;
using SaleAuto.Users;
using SaleAuto.Validation;

namespace SaleAuto.Staff;

internal sealed class StaffProfileAppService(
    ICurrentUser user,
    OwnAccount own,
    IStaffAccounts known,
    UserManager<StaffMember> accounts,
    SignInAttempts attempts,
    SecondFactor secondFactor,
    PermissionNames names,
    IStaffSessionRepository sessions,
    IAuditTrail audit,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IStaffProfileAppService
{
    private const string Issuer = "SaleAuto";

    public async Task<StaffProfileDto> GetAsync(CancellationToken cancellationToken)
    {
        var staff = await own.GetAsync(cancellationToken);
        var account = (await known.FindAsync(staff.Id, cancellationToken))!;
        return new StaffProfileDto(
            staff.Id,
            staff.UserName!,
            staff.FullName,
            [.. account.Roles.Select(names.OfRole)],
            staff.TelegramChatId is not null,
            staff.TwoFactorEnabled,
            await secondFactor.CountRecoveryCodesAsync(staff),
            staff.MustChangePassword);
    }

    public async Task<StaffTicket> ChangePasswordAsync(ChangePasswordInput input, CancellationToken cancellationToken)
    {
        await own.GetAsync(cancellationToken);
        InputValidator.Validate(input);
        await CheckPasswordAsync(input.Current, nameof(input.Current), cancellationToken);
        if (input.New == input.Current)
        {
            throw new InputValidationException(nameof(input.New), SaleAutoErrorCodes.Staff.PasswordSame);
        }
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                var staff = await own.GetAsync(token);
                staff.PasswordChosen();
                (await accounts.ChangePasswordAsync(staff, input.Current!, input.New!)).Ensure(nameof(input.New));
                foreach (var other in (await sessions.GetOpenAsync(staff.Id, DateTime.MinValue, token)).Where(x => x.Id != user.SessionId))
                {
                    other.End(clock.GetUtcNow().UtcDateTime);
                }
                audit.Add(new AuditRecord(AuditActions.PasswordChanged, nameof(StaffMember), staff.Id));
                return new StaffTicket(staff.Id, user.SessionId ?? Guid.Empty, staff.SecurityStamp!, staff.FullName);
            },
            cancellationToken);
    }

    public async Task<AuthenticatorKeyDto> BeginSecondFactorAsync(CancellationToken cancellationToken)
    {
        var staff = await own.GetAsync(cancellationToken);
        if (staff.TwoFactorEnabled)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.SecondFactorOn);
        }
        var key = TotpCode.ToBase32(await secondFactor.BeginAsync(staff));
        return new AuthenticatorKeyDto(
            string.Join(' ', key.Chunk(4).Select(x => new string(x))),
            $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(staff.UserName!)}?secret={key}&issuer={Issuer}");
    }

    public Task<IReadOnlyList<string>> EnableSecondFactorAsync(string? code, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var staff = await own.GetAsync(token);
            if (staff.TwoFactorEnabled)
            {
                throw new BusinessException(SaleAutoErrorCodes.Staff.SecondFactorOn);
            }
            var codes = await secondFactor.EnableAsync(staff, code ?? "") ?? throw new InputValidationException("Code", SaleAutoErrorCodes.Staff.CodeWrong);
            audit.Add(new AuditRecord(AuditActions.SecondFactorEnabled, nameof(StaffMember), staff.Id));
            return codes;
        },
        cancellationToken);

    public async Task DisableSecondFactorAsync(string? password, CancellationToken cancellationToken)
    {
        await CheckPasswordAsync(password, "Password", cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await secondFactor.DisableAsync(await GetWithSecondFactorAsync(token));
                audit.Add(new AuditRecord(AuditActions.SecondFactorDisabled, nameof(StaffMember), user.StaffId));
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string? password, CancellationToken cancellationToken)
    {
        await CheckPasswordAsync(password, "Password", cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                audit.Add(new AuditRecord(AuditActions.RecoveryCodesRenewed, nameof(StaffMember), user.StaffId));
                return await secondFactor.RenewRecoveryCodesAsync(await GetWithSecondFactorAsync(token));
            },
            cancellationToken);
    }

    private async Task CheckPasswordAsync(string? password, string field, CancellationToken cancellationToken)
    {
        if (!await attempts.CheckOwnPasswordAsync(await own.GetAsync(cancellationToken), password, cancellationToken))
        {
            throw new InputValidationException(field, SaleAutoErrorCodes.Staff.PasswordWrong);
        }
    }

    private async Task<StaffMember> GetWithSecondFactorAsync(CancellationToken cancellationToken) =>
        await own.GetAsync(cancellationToken) is { TwoFactorEnabled: true } staff ? staff : throw new BusinessException(SaleAutoErrorCodes.Staff.SecondFactorOff);
}
