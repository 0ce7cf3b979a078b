namespace SaleAuto.Repositories;

/// <summary>The context of a scope, if one was made: most requests that only read need none, and making one costs more than a statement.</summary>
public sealed class ContextInUse
{
    /// <summary>The context, or null as long as nobody needed it.</summary>
    public SaleAutoDbContext? Context { get; internal set; }

    /// <summary>Whether the scope is in a transaction.</summary>
    public bool IsInTransaction => Context?.Database.CurrentTransaction is not null;
}
