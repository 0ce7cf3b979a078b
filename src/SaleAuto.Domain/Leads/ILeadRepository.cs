using SaleAuto.Repositories;

namespace SaleAuto.Leads;

/// <summary>Leads with their history.</summary>
public interface ILeadRepository : IRepository<Lead>
{
    /// <summary>The open purchase lead of that phone and plate, or null.</summary>
    Task<Lead?> FindOpenBuyoutAsync(string phone, string plate, CancellationToken cancellationToken);

    /// <summary>The newest open lead of that phone, of any kind, or null.</summary>
    Task<Lead?> FindOpenByPhoneAsync(string phone, CancellationToken cancellationToken);

    /// <summary>The open call request of that phone, or null.</summary>
    Task<Lead?> FindOpenCallRequestAsync(string phone, CancellationToken cancellationToken);

    /// <summary>The lead with all that joined it, directly or through another one.</summary>
    Task<IReadOnlySet<Guid>> GetJoinedAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>Open leads of the client with that phone.</summary>
    Task<IReadOnlyList<Lead>> GetOpenOfClientAsync(Guid clientId, string phone, CancellationToken cancellationToken);

    /// <summary>Whether the client has other leads than this one.</summary>
    Task<bool> HasOthersAsync(Guid clientId, Guid leadId, CancellationToken cancellationToken);

    /// <summary>Drafts of that phone entered since the moment, oldest first.</summary>
    Task<IReadOnlyList<Lead>> GetDraftsAsync(string phone, DateTime since, CancellationToken cancellationToken);
}
