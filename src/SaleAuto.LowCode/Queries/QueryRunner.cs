using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaleAuto.LowCode;

/// <summary>Runs planned queries on the connection of the current scope.</summary>
internal sealed class QueryRunner(DbContext db, QueryPlanner planner)
{
    /// <summary>Rows of a planned query, read by the given function.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(ResolvedQuery query, Func<QueryPlan, DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = planner.Plan(query, db);
        var connection = db.GetService<IRelationalConnection>();
        var command = connection.RentCommand();
        command.PopulateFrom(plan.Command);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(
                new RelationalCommandParameterObject(connection, plan.Parameters(query), null, db, db.GetService<IRelationalCommandDiagnosticsLogger>()), cancellationToken);
            if (reader.DbDataReader.FieldCount != plan.FieldCount)
            {
                throw new InvalidOperationException($"{query.Resource.DefinitionType.Name}: a column is computed outside of SQL; {plan.FieldCount} were expected, {reader.DbDataReader.FieldCount} came.");
            }
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return read(plan, reader.DbDataReader);
            }
        }
        finally
        {
            connection.ReturnCommand(command);
        }
    }

    /// <summary>The first row, or the default.</summary>
    public async Task<T?> FirstAsync<T>(ResolvedQuery query, Func<QueryPlan, DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAsync(query, read, cancellationToken))
        {
            return row;
        }
        return default;
    }

    /// <summary>All rows.</summary>
    public async Task<List<T>> ListAsync<T>(ResolvedQuery query, Func<QueryPlan, DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (var row in ReadAsync(query, read, cancellationToken))
        {
            rows.Add(row);
        }
        return rows;
    }
}
