using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

/// <summary>Refresh tokens and their families.</summary>
public interface IRefreshTokenRepository : IRepository<RefreshToken>
{
    /// <summary>Adds a family to the unit of work.</summary>
    void Insert(RefreshTokenFamily family);

    /// <summary>The token with that hash, as it is in the database now, or null.</summary>
    Task<RefreshToken?> FindByHashAsync(string hash, CancellationToken cancellationToken);

    /// <summary>The family, held until this transaction ends so that its tokens are exchanged one after the other; null when it is revoked.</summary>
    Task<RefreshTokenFamily?> HoldAsync(Guid familyId, DateTime now, CancellationToken cancellationToken);

    /// <summary>When the first token of each generation, from the given one on, was exchanged.</summary>
    Task<IReadOnlyDictionary<int, DateTime>> GetUsesAsync(Guid familyId, int fromGeneration, CancellationToken cancellationToken);

    /// <summary>Records the exchange; a second one changes nothing.</summary>
    Task MarkUsedAsync(Guid id, DateTime now, CancellationToken cancellationToken);

    /// <summary>Ends the family: none of its tokens works any more.</summary>
    Task RevokeFamilyAsync(Guid familyId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Ends every sign-in of the client.</summary>
    Task RevokeOfClientAsync(Guid clientId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Removes expired tokens and families without any.</summary>
    Task DeleteExpiredBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}
