namespace SaleAuto.Repositories;

/// <summary>What the two databases say differently.</summary>
public interface IDatabaseDialect
{
    /// <summary>Whether the failure means that somebody else was quicker and the use case may run again: a unique value taken, a deadlock, a locked file.</summary>
    bool IsConflict(Exception failure);

    /// <summary>SQL that gives the next number of a series, outside the running transaction where the database can do that.</summary>
    string NextNumberSql { get; }

    /// <summary>Ending of a sub-select that claims rows: passes over rows that another node is claiming, or nothing where only one writes at a time.</summary>
    string SkipLocked { get; }

    /// <summary>SQL that holds the key {0} until the transaction ends, or null where only one writes at a time.</summary>
    string? TakeTurnSql { get; }
}
