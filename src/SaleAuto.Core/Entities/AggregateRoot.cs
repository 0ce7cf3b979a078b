using SaleAuto.Events;

namespace SaleAuto.Entities;

/// <summary>The door to a group of objects that change together: guards their invariants and records what happened.</summary>
public abstract class AggregateRoot<TKey> : Entity<TKey>, IHasLocalEvents, IHasVersion
    where TKey : notnull
{
    private readonly List<object> _localEvents = [];

    /// <summary>For EF Core.</summary>
    protected AggregateRoot()
    {
    }

    /// <summary>Creates an aggregate with the given identity.</summary>
    protected AggregateRoot(TKey id)
        : base(id)
    {
    }

    /// <inheritdoc />
    public long Version { get; private set; }

    IReadOnlyList<object> IHasLocalEvents.LocalEvents => _localEvents;

    void IHasLocalEvents.ClearLocalEvents() => _localEvents.Clear();

    /// <summary>Records what happened; its handlers run when the change is saved, in the same transaction.</summary>
    protected void AddLocalEvent(object localEvent) => _localEvents.Add(localEvent);
}

/// <summary>Has a version that grows with every save; a save over a newer version is refused.</summary>
public interface IHasVersion
{
    /// <summary>Number of saves, the first one included.</summary>
    long Version { get; }
}
