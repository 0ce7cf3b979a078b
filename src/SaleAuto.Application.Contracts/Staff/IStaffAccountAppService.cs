using SaleAuto.Validation;

namespace SaleAuto.Staff;

/// <summary>Accounts of others. Every method but accepting needs <see cref="SaleAutoPermissions.ManageAccounts"/>; administrators are managed by administrators only.</summary>
public interface IStaffAccountAppService
{
    /// <summary>Everybody with an account, by name.</summary>
    Task<IReadOnlyList<StaffPersonDto>> GetListAsync(CancellationToken cancellationToken);

    /// <summary>Roles that the asker may give to a new employee, by name.</summary>
    Task<IReadOnlyList<InvitableRoleDto>> GetInvitableRolesAsync(CancellationToken cancellationToken);

    /// <summary>Makes an account without a password and an invitation to it.</summary>
    /// <returns>The account and the link, shown once.</returns>
    Task<InvitationDto> InviteAsync(InviteStaffInput input, CancellationToken cancellationToken);

    /// <summary>A new link for somebody who has not come yet; the old one stops working.</summary>
    Task<InvitationDto> InviteAgainAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Whom a link is for; null when it does not work. Asked without being signed in.</summary>
    Task<InvitedDto?> FindInvitationAsync(string secret, CancellationToken cancellationToken);

    /// <summary>Sets name and password by a link, once.</summary>
    /// <exception cref="Errors.BusinessException">The link does not work any more.</exception>
    /// <exception cref="Errors.InputValidationException">The name or the password is refused.</exception>
    Task AcceptInvitationAsync(string secret, AcceptInvitationInput input, CancellationToken cancellationToken);

    /// <summary>Cuts a person off at once: sessions and tokens stop working.</summary>
    Task DisableAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Lets a person in again.</summary>
    Task EnableAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Demands a new password and ends all sessions.</summary>
    Task DemandNewPasswordAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of a person.</summary>
    Task EndSessionsAsync(Guid staffId, CancellationToken cancellationToken);
}

/// <summary>Checks whether somebody may see the program as another person does.</summary>
public interface ISeeAsAppService
{
    /// <summary>Begins; told to the audit log.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission <see cref="SaleAutoPermissions.SeeAs"/> is missing.</exception>
    /// <exception cref="Errors.BusinessException">The person is an administrator and the asker is not, or it is the asker, or a token asks.</exception>
    Task BeginAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Whether one person may see as the other now: asked at every request, from memory.</summary>
    ValueTask<Users.StaffAccount?> FindAllowedAsync(Guid staffId, Guid seenId, CancellationToken cancellationToken);
}

/// <summary>A new employee.</summary>
public sealed record InviteStaffInput
{
    /// <summary>Name for signing in: letters, digits, dot, hyphen, underscore.</summary>
    [Mandatory, AtMost(StaffConsts.MaxUserNameLength)]
    [System.ComponentModel.DataAnnotations.RegularExpression("^[A-Za-z0-9._-]+$", ErrorMessage = SaleAutoErrorCodes.Fields.Malformed)]
    public string? UserName { get; init; }

    /// <summary>Name and surname.</summary>
    [Mandatory, AtMost(StaffConsts.MaxNameLength), PersonName]
    public string? FullName { get; init; }

    /// <summary>Name of the role.</summary>
    [Mandatory]
    public string? Role { get; init; }
}

/// <summary>An account as whoever manages accounts sees it.</summary>
/// <param name="Id">The staff member.</param>
/// <param name="UserName">Name for signing in.</param>
/// <param name="FullName">Name and surname.</param>
/// <param name="IsActive">Whether the account may be used.</param>
/// <param name="HasPassword">Whether the invitation was accepted.</param>
/// <param name="HasSecondFactor">Whether a code is asked for.</param>
/// <param name="Roles">Names of the roles.</param>
/// <param name="LastSeenAt">When the person last did something, UTC.</param>
public sealed record StaffPersonDto(
    Guid Id, string UserName, string FullName, bool IsActive, bool HasPassword, bool HasSecondFactor, IReadOnlyList<string> Roles, DateTime? LastSeenAt);

/// <summary>A role that may be given.</summary>
/// <param name="Name">What it is known by.</param>
/// <param name="Caption">What people read.</param>
public sealed record InvitableRoleDto(string Name, string Caption);

/// <summary>A link for a new employee.</summary>
public sealed record InvitationDto(Guid StaffId, string Link, DateTime ExpiresAt);

/// <summary>Whom a link is for.</summary>
public sealed record InvitedDto(string UserName, string FullName);

/// <summary>What the new employee sets.</summary>
public sealed record AcceptInvitationInput
{
    /// <summary>Name and surname.</summary>
    [Mandatory, AtMost(StaffConsts.MaxNameLength), PersonName]
    public string? FullName { get; init; }

    /// <summary>The password.</summary>
    [Mandatory, AtMost(StaffConsts.MaxPasswordLength)]
    public string? Password { get; init; }

    /// <summary>The password once more.</summary>
    [Mandatory, System.ComponentModel.DataAnnotations.Compare(nameof(Password), ErrorMessage = SaleAutoErrorCodes.Staff.PasswordsDiffer)]
    public string? Repeated { get; init; }
}
