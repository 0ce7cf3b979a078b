namespace SaleAuto.Staff.Sessions;

/// <summary>Own sessions of whoever asks.</summary>
public interface IStaffSessionAppService
{
    /// <summary>Open sessions, the last seen first.</summary>
    Task<IReadOnlyList<StaffSessionDto>> GetListAsync(CancellationToken cancellationToken);

    /// <summary>Ends one at once, wherever it is.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none, or it is somebody else's.</exception>
    Task RevokeAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Ends all but the current one.</summary>
    /// <returns>How many were ended.</returns>
    Task<int> RevokeOthersAsync(CancellationToken cancellationToken);
}

/// <summary>A sign-in on one device.</summary>
public sealed record StaffSessionDto(Guid Id, string? Device, string? Address, DateTime StartedAt, DateTime LastSeenAt, bool IsCurrent);

/// <summary>Checks at each request what a staff cookie says, from memory.</summary>
public interface IStaffTickets
{
    /// <summary>The account while its session is open, its stamp the same and it active; else null, and the cookie is to go.</summary>
    ValueTask<Users.StaffAccount?> CheckAsync(StaffTicket ticket, CancellationToken cancellationToken);
}

/// <summary>What the staff cookie says.</summary>
/// <param name="StaffId">Who is signed in.</param>
/// <param name="SessionId">The session that began with the sign-in.</param>
/// <param name="SecurityStamp">Stamp of the account at that time.</param>
/// <param name="FullName">Name shown on pages.</param>
public sealed record StaffTicket(Guid StaffId, Guid SessionId, string SecurityStamp, string FullName);
