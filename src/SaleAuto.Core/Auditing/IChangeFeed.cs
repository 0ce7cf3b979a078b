namespace SaleAuto.Auditing;

/// <summary>What was committed by any node, as the audit log tells it. For screens that follow the work of others; caches have their own, quicker news.</summary>
public interface IChangeFeed
{
    /// <summary>Changes of audited rows since the moment, newest first, a few hundred at most.</summary>
    Task<IReadOnlyList<FeedChange>> ReadAsync(DateTime since, CancellationToken cancellationToken);
}

/// <summary>A committed change of a row.</summary>
/// <param name="EntryId">Line of the audit log.</param>
/// <param name="At">When, UTC by the clock of the node that wrote it.</param>
/// <param name="EntityType">Type name of the entity.</param>
/// <param name="RowId">The row.</param>
/// <param name="IsNew">Whether the row was created.</param>
public sealed record FeedChange(Guid EntryId, DateTime At, string EntityType, Guid RowId, bool IsNew);
