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

    /// <summary>Drafts of that phone entered since the moment, oldest first.</summary>
    Task<IReadOnlyList<Lead>> GetDraftsAsync(string phone, DateTime since, CancellationToken cancellationToken);
}
