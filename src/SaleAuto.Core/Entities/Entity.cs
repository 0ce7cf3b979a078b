namespace SaleAuto.Entities;

/// <summary>An object with an identity that outlives its values.</summary>
public abstract class Entity<TKey>
    where TKey : notnull
{
    /// <summary>The identity; a version 7 GUID for everything that the program creates, so that it sorts by time.</summary>
    public TKey Id { get; protected set; } = default!;

    /// <summary>For EF Core.</summary>
    protected Entity()
    {
    }

    /// <summary>Creates an entity with the given identity.</summary>
    protected Entity(TKey id) => Id = id;

    /// <inheritdoc />
    public override string ToString() => $"{GetType().Name} {Id}";
}
