using System.Data.Common;
using Npgsql;
using SaleAuto.Repositories;

namespace SaleAuto;

/// <summary>Reads on any connection of the pool.</summary>
internal sealed class PooledReads(NpgsqlDataSource database, ContextInUse scope) : IReadConnections
{
    public async ValueTask<DbConnection?> OpenAsync(CancellationToken cancellationToken) =>
        scope.IsInTransaction ? null : await database.OpenConnectionAsync(cancellationToken);
}
