using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>Outgoing messages.</summary>
public interface IOutgoingMessageRepository : IRepository<OutgoingMessage>
{
    /// <summary>The message to which the channel gave that id, or null.</summary>
    Task<OutgoingMessage?> FindByProviderIdAsync(MessageChannel channel, string providerId, CancellationToken cancellationToken);
}
