namespace SaleAuto.Clients;

/// <summary>Checks access tokens of clients.</summary>
public interface IAccessTokens
{
    /// <summary>Whose token it is, or null when it is forged, expired or not meant for us.</summary>
    Task<AccessTokenOwner?> ReadAsync(string token, CancellationToken cancellationToken);
}

/// <summary>Who holds an access token.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="SessionId">The sign-in that the token came of.</param>
public sealed record AccessTokenOwner(Guid ClientId, Guid SessionId);
