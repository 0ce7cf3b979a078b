namespace SaleAuto.Users;

/// <summary>On whose behalf the current work is done.</summary>
public interface ICurrentUser
{
    /// <summary>The staff member, or null for a client, a visitor or the program itself.</summary>
    Guid? StaffId { get; }

    /// <summary>The client, or null.</summary>
    Guid? ClientId { get; }

    /// <summary>Scopes of the personal access token that the staff member came with; null without one, when nothing is held back.</summary>
    IReadOnlyList<string>? Scopes => null;

    /// <summary>The staff session that the request belongs to; null for tokens and outside of requests.</summary>
    Guid? SessionId => null;

    /// <summary>Who really looks, while the program is seen as <see cref="StaffId"/> sees it; nothing may be changed then.</summary>
    Guid? SeenById => null;
}
