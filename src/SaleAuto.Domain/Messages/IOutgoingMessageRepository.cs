using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>Outgoing messages.</summary>
public interface IOutgoingMessageRepository : IRepository<OutgoingMessage>
{
    /// <summary>The message to which the channel gave that id, or null.</summary>
    Task<OutgoingMessage?> FindByProviderIdAsync(MessageChannel channel, string providerId, CancellationToken cancellationToken);

    /// <summary>Which of these deduplication keys were used.</summary>
    Task<IReadOnlyList<string>> GetUsedKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
