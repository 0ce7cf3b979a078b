namespace SaleAuto.Messages;

/// <summary>The messages of Development, shared by the processes of one database.</summary>
public interface ISandboxInbox
{
    /// <summary>Keeps a message; one that is already there changes nothing.</summary>
    Task AddAsync(SandboxMessage message, CancellationToken cancellationToken);

    /// <summary>The newest messages first.</summary>
    /// <param name="recipients">Canonical phones or chat ids; empty for everybody's.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<SandboxMessage>> GetLatestAsync(IReadOnlyCollection<string> recipients, int count, CancellationToken cancellationToken);
}
