namespace SaleAuto.Entities;

/// <summary>An aggregate that knows who created, changed and deleted it and when; deleting it hides it.</summary>
public abstract class FullAuditedAggregateRoot<TKey> : AggregateRoot<TKey>, IFullAudited
    where TKey : notnull
{
    /// <summary>For EF Core.</summary>
    protected FullAuditedAggregateRoot()
    {
    }

    /// <summary>Creates an aggregate with the given identity.</summary>
    protected FullAuditedAggregateRoot(TKey id)
        : base(id)
    {
    }

    /// <inheritdoc />
    public DateTime CreationTime { get; private set; }

    /// <inheritdoc />
    public Guid? CreatorId { get; private set; }

    /// <inheritdoc />
    public DateTime? LastModificationTime { get; private set; }

    /// <inheritdoc />
    public Guid? LastModifierId { get; private set; }

    /// <inheritdoc />
    public bool IsDeleted { get; private set; }

    /// <inheritdoc />
    public DateTime? DeletionTime { get; private set; }

    /// <inheritdoc />
    public Guid? DeleterId { get; private set; }

    /// <inheritdoc />
    public virtual void Restore()
    {
        IsDeleted = false;
        DeletionTime = null;
        DeleterId = null;
    }
}

/// <summary>Audit columns; the database context fills them, UTC.</summary>
public interface IFullAudited
{
    /// <summary>Name of the query filter that hides the trash; queries for the trash ignore it by this name.</summary>
    const string TrashFilter = "NotDeleted";

    /// <summary>When the row was created, UTC.</summary>
    DateTime CreationTime { get; }

    /// <summary>The staff member or client who created it; null for the program itself.</summary>
    Guid? CreatorId { get; }

    /// <summary>When the row was last changed, UTC.</summary>
    DateTime? LastModificationTime { get; }

    /// <summary>Who changed it last.</summary>
    Guid? LastModifierId { get; }

    /// <summary>Whether the row is in the trash; such rows are filtered out of every query by default.</summary>
    bool IsDeleted { get; }

    /// <summary>When it went into the trash, UTC.</summary>
    DateTime? DeletionTime { get; }

    /// <summary>Who put it there.</summary>
    Guid? DeleterId { get; }

    /// <summary>Takes the row out of the trash.</summary>
    void Restore();
}
