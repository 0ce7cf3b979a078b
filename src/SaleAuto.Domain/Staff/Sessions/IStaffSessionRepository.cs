using SaleAuto.Repositories;

namespace SaleAuto.Staff.Sessions;

/// <summary>Sessions of the staff.</summary>
public interface IStaffSessionRepository : IRepository<StaffSession>
{
    /// <summary>Sessions of a person that are not ended and were seen since, the last seen first.</summary>
    Task<IReadOnlyList<StaffSession>> GetOpenAsync(Guid staffId, DateTime seenSince, CancellationToken cancellationToken);

    /// <summary>Removes what nobody has seen since.</summary>
    Task DeleteSeenBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}

/// <summary>Sessions in use, from memory; an ended one is forgotten at once.</summary>
public interface IStaffSessionCache
{
    /// <summary>The session, or null.</summary>
    ValueTask<StaffSession?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Notes that the person did something, at most once in five minutes.</summary>
    ValueTask NoteUseAsync(StaffSession session, DateTime now, CancellationToken cancellationToken);
}
