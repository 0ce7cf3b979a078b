using SaleAuto.Staff.Sessions;
using SaleAuto.Validation;

namespace SaleAuto.Staff;

/// <summary>The own account of whoever asks: password and second factor. Refused to tokens.</summary>
public interface IStaffProfileAppService
{
    /// <summary>What the profile page shows.</summary>
    Task<StaffProfileDto> GetAsync(CancellationToken cancellationToken);

    /// <summary>Changes the password; all other sessions end.</summary>
    /// <returns>The ticket for the cookie, whose stamp is new.</returns>
    /// <exception cref="Errors.InputValidationException">The current password is wrong, or the new one is refused.</exception>
    Task<StaffTicket> ChangePasswordAsync(ChangePasswordInput input, CancellationToken cancellationToken);

    /// <summary>A key for the authenticator app. Nothing is on until a code of it is confirmed.</summary>
    Task<AuthenticatorKeyDto> BeginSecondFactorAsync(CancellationToken cancellationToken);

    /// <summary>Turns the second factor on by a first code.</summary>
    /// <returns>Recovery codes, shown once.</returns>
    Task<IReadOnlyList<string>> EnableSecondFactorAsync(string? code, CancellationToken cancellationToken);

    /// <summary>Turns it off; needs the password.</summary>
    Task DisableSecondFactorAsync(string? password, CancellationToken cancellationToken);

    /// <summary>New recovery codes; the old ones stop working. Needs the password.</summary>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string? password, CancellationToken cancellationToken);
}

/// <summary>An own account.</summary>
public sealed record StaffProfileDto(
    Guid Id,
    string UserName,
    string FullName,
    IReadOnlyList<string> Roles,
    bool HasTelegram,
    bool HasSecondFactor,
    int RecoveryCodes,
    bool MustChangePassword);

/// <summary>A key for an authenticator app.</summary>
/// <param name="Key">To type by hand, in groups of four.</param>
/// <param name="Uri">What the QR holds.</param>
public sealed record AuthenticatorKeyDto(string Key, string Uri);

/// <summary>A change of the own password.</summary>
public sealed record ChangePasswordInput
{
    /// <summary>The password until now.</summary>
    [Mandatory, AtMost(StaffConsts.MaxPasswordLength)]
    public string? Current { get; init; }

    /// <summary>The new one.</summary>
    [Mandatory, AtMost(StaffConsts.MaxPasswordLength)]
    public string? New { get; init; }

    /// <summary>The new one once more.</summary>
    [Mandatory, System.ComponentModel.DataAnnotations.Compare(nameof(New), ErrorMessage = SaleAutoErrorCodes.Staff.PasswordsDiffer)]
    public string? Repeated { get; init; }
}
