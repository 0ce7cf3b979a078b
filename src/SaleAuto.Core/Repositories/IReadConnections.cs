using System.Data.Common;

namespace SaleAuto.Repositories;

/// <summary>Connections for statements that only read, beside the scope's own. Not registered for a database that has none to spare.</summary>
public interface IReadConnections
{
    /// <summary>An open connection, to be disposed of after use; null while the scope is in a transaction, whose rows nobody else sees yet.</summary>
    ValueTask<DbConnection?> OpenAsync(CancellationToken cancellationToken);
}
