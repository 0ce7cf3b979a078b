namespace SaleAuto.Messages;

/// <summary>The waiting messages as the dispatchers of all nodes see them.</summary>
public interface IOutboxQueue
{
    /// <summary>
    /// Takes due messages under a lease, codes first. A message waits while an earlier one of the same or a higher priority
    /// to the same recipient is not finished, so a recipient's messages come one at a time and in order.
    /// </summary>
    Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken);

    /// <summary>Applies the outcome of a try and saves it.</summary>
    /// <returns>False when the message is no longer ours: the lease ran out and another node took over, or a delivery report came first.</returns>
    Task<bool> CompleteAsync(OutgoingMessage claimed, Action<OutgoingMessage> outcome, CancellationToken cancellationToken);
}
