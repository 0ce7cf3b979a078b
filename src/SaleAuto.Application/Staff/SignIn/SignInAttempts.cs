using Microsoft.AspNetCore.Identity;
using SaleAuto.Auditing;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.SignIn;

/// <summary>Checks passwords and codes, counts mistakes until the account is locked, and tells the audit log.</summary>
internal sealed class SignInAttempts(
    UserManager<StaffMember> accounts,
    IPasswordHasher<StaffMember> hasher,
    SecondFactor secondFactor,
    IUnitOfWork unitOfWork,
    IAuditTrail audit)
{
    private static readonly StaffMember Nobody = new(Guid.Empty, "", "");

    private static string? _decoy;

    /// <summary>The account when name and password are right. Every other answer takes as long.</summary>
    public async Task<StaffMember?> CheckPasswordAsync(string userName, string password, CancellationToken cancellationToken)
    {
        if (userName.Length is 0 or > StaffConsts.MaxUserNameLength || password.Length is 0 or > StaffConsts.MaxPasswordLength)
        {
            return null;
        }
        var staff = await accounts.FindByNameAsync(userName);
        if (staff is null || !staff.IsActive || await accounts.IsLockedOutAsync(staff) || staff.PasswordHash is null)
        {
            _decoy ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, _decoy, password);
            await TellAsync(staff?.Id, cancellationToken);
            return null;
        }
        if (await accounts.CheckPasswordAsync(staff, password))
        {
            return staff;
        }
        await CountAsync(staff.Id, cancellationToken);
        return null;
    }

    /// <summary>Whether the password is that of the account; a mistake counts.</summary>
    public async Task<bool> CheckOwnPasswordAsync(StaffMember staff, string? password, CancellationToken cancellationToken)
    {
        if (password is { Length: > 0 and <= StaffConsts.MaxPasswordLength }
            && !await accounts.IsLockedOutAsync(staff)
            && await accounts.CheckPasswordAsync(staff, password))
        {
            return true;
        }
        await CountAsync(staff.Id, cancellationToken);
        return false;
    }

    /// <summary>The account when the code is right and was not used before.</summary>
    public async Task<StaffMember?> CheckCodeAsync(Guid staffId, string stamp, string code, CancellationToken cancellationToken)
    {
        var taken = await unitOfWork.ExecuteAsync(
            async _ => await accounts.FindByIdAsync(staffId.ToString()) is { IsActive: true, TwoFactorEnabled: true } staff
                && staff.SecurityStamp == stamp
                && code.Length <= StaffConsts.MaxUserNameLength
                && !await accounts.IsLockedOutAsync(staff)
                && await secondFactor.TakeAsync(staff, code)
                    ? staff
                    : null,
            cancellationToken);
        if (taken is null)
        {
            await CountAsync(staffId, cancellationToken);
        }
        return taken;
    }

    /// <summary>The mistakes before a success are forgiven.</summary>
    public async Task ForgiveAsync(StaffMember staff)
    {
        if (staff.AccessFailedCount > 0)
        {
            (await accounts.ResetAccessFailedCountAsync(staff)).Ensure("");
        }
    }

    // Many at once: each mistake counts, whatever the others do.
    private async Task CountAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync(
            async _ => await accounts.FindByIdAsync(staffId.ToString()) is { } staff && (await accounts.AccessFailedAsync(staff)).Ensure(""),
            cancellationToken);
        await TellAsync(staffId, cancellationToken);
    }

    private Task TellAsync(Guid? staffId, CancellationToken cancellationToken) =>
        audit.WriteAsync(new AuditRecord(AuditActions.SignInRefused, nameof(StaffMember), staffId), cancellationToken);
}
