using SaleAuto.Repositories;

namespace SaleAuto.Staff.Tokens;

/// <summary>Tokens of the staff.</summary>
public interface IPersonalAccessTokenRepository : IRepository<PersonalAccessToken>
{
    /// <summary>Tokens of a person, the newest first.</summary>
    Task<IReadOnlyList<PersonalAccessToken>> GetListAsync(Guid staffId, CancellationToken cancellationToken);
}

/// <summary>Tokens in use, from memory; a revoked one is forgotten at once.</summary>
public interface IPersonalAccessTokenCache
{
    /// <summary>The token with that hash, or null.</summary>
    ValueTask<PersonalAccessToken?> FindAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Notes the use of a token, at most once a minute.</summary>
    ValueTask NoteUseAsync(PersonalAccessToken token, DateTime now, CancellationToken cancellationToken);
}
