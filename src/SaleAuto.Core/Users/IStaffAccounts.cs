using SaleAuto.Auditing;
using SaleAuto.Permissions;

namespace SaleAuto.Users;

/// <summary>Accounts of the staff as they stand now, from memory. A change counts at once on this node and within seconds on others.</summary>
public interface IStaffAccounts
{
    /// <summary>The account, or null when there is none; it may be disabled.</summary>
    ValueTask<StaffAccount?> FindAsync(Guid staffId, CancellationToken cancellationToken);
}

/// <summary>An account with everything that a request needs to know of it.</summary>
public sealed record StaffAccount
{
    public required Guid Id { get; init; }

    /// <summary>Name for signing in.</summary>
    public required string UserName { get; init; }

    /// <summary>Name and surname.</summary>
    public required string FullName { get; init; }

    /// <summary>Whether the account may be used.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Whether the person must choose a new password before anything else.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Changes with the password and whenever all sessions are to end.</summary>
    [Secret]
    public required string SecurityStamp { get; init; }

    /// <summary>Names of the roles.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>What the person may do; <see cref="StaffAccess.Nobody"/> while disabled.</summary>
    public required StaffAccess Access { get; init; }
}
