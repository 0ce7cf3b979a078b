namespace SaleAuto.Repositories;

/// <summary>
/// Is told after a commit which rows were written, for caches and live screens. Registered as a singleton.
/// Changes by set-based statements (ExecuteUpdate, ExecuteDelete, SQL) are not announced.
/// </summary>
public interface IRowChangeListener
{
    /// <summary>Must be quick and must not throw: the change is already committed.</summary>
    void OnCommitted(IReadOnlyList<RowChange> changes);
}

/// <summary>A committed row.</summary>
/// <param name="EntityType">CLR type of the entity.</param>
/// <param name="Id">Its id; for the membership of a person in a role, the person.</param>
/// <param name="Kind">What became of it.</param>
public readonly record struct RowChange(Type EntityType, Guid Id, RowChangeKind Kind);

/// <summary>What became of a row.</summary>
public enum RowChangeKind
{
    Added,

    /// <summary>Changed, or taken out of the trash.</summary>
    Modified,

    /// <summary>Put into the trash, or removed where there is none.</summary>
    Deleted,
}
