namespace SaleAuto.Events;

/// <summary>Runs every handler of an event, in the order of their registration.</summary>
public interface ILocalEventPublisher
{
    /// <summary>Runs the handlers of the event's own type.</summary>
    Task PublishAsync(object localEvent, CancellationToken cancellationToken);
}
