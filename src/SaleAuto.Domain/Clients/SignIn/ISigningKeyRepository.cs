using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

/// <summary>Secrets of the server.</summary>
public interface ISigningKeyRepository : IRepository<SigningKey>
{
    /// <summary>Keys that still sign or check, newest first, and always the newest one.</summary>
    Task<IReadOnlyList<SigningKey>> GetValidAsync(DateTime now, CancellationToken cancellationToken);

    /// <summary>Removes keys whose every token has expired.</summary>
    Task DeleteInvalidAsync(DateTime now, CancellationToken cancellationToken);
}
