namespace SaleAuto.Events;

/// <summary>Keeps what happened to it until it is saved.</summary>
public interface IHasLocalEvents
{
    /// <summary>What happened since the last save, oldest first.</summary>
    IReadOnlyList<object> LocalEvents { get; }

    /// <summary>Forgets the events once their handlers have run.</summary>
    void ClearLocalEvents();
}

/// <summary>Reacts to an event inside the transaction of the change that raised it. Sends nothing outside the process.</summary>
/// <typeparam name="TEvent">A past-tense record of ids and values.</typeparam>
public interface ILocalEventHandler<in TEvent>
{
    /// <summary>Adds what must be saved together with the change.</summary>
    Task HandleEventAsync(TEvent localEvent, CancellationToken cancellationToken);
}
