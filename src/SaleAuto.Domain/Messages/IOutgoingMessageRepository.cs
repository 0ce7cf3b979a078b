using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>Outgoing messages.</summary>
public interface IOutgoingMessageRepository : IRepository<OutgoingMessage>
{
    /// <summary>The message to which the channel gave that id, or null.</summary>
    Task<OutgoingMessage?> FindByProviderIdAsync(MessageChannel channel, string providerId, CancellationToken cancellationToken);

    /// <summary>Messages about a lead that wait for the end of the quiet hours and tell of one of these effects.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="effects">Beginnings of their deduplication keys.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<OutgoingMessage>> GetHeldAsync(Guid leadId, IReadOnlyCollection<string> effects, DateTime now, CancellationToken cancellationToken);

    /// <summary>Which of these deduplication keys were used.</summary>
    Task<IReadOnlyList<string>> GetUsedKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
