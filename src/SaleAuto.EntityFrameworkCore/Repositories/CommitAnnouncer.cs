namespace SaleAuto.Repositories;

/// <summary>Tells everybody who listens what was committed.</summary>
public sealed class CommitAnnouncer(IEnumerable<ICommitListener> types, IEnumerable<IRowChangeListener> rows)
{
    /// <summary>Called once for each commit.</summary>
    public void Announce(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }
        var written = changes.Where(x => x.Kind != RowChangeKind.Deleted).Select(x => x.EntityType).ToHashSet();
        foreach (var listener in types)
        {
            listener.OnCommitted(written);
        }
        foreach (var listener in rows)
        {
            listener.OnCommitted(changes);
        }
    }
}
