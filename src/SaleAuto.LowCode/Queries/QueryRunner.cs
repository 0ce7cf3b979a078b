using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SaleAuto.Repositories;

namespace SaleAuto.LowCode;

/// <summary>Runs planned queries: on a connection of their own where the database has one to spare, else on that of the scope's context.</summary>
internal sealed class QueryRunner(Lazy<DbContext> context, QueryPlanner planner, IReadConnections? connections = null)
{
    /// <summary>Reads the rows of a planned query until the function wants no more.</summary>
    public async Task RunAsync(ResolvedQuery query, Func<QueryPlan, DbDataReader, bool> read, CancellationToken cancellationToken)
    {
        var plan = planner.Plan(query, context);
        await using var connection = connections is null ? null : await connections.OpenAsync(cancellationToken);
        if (connection is null)
        {
            await RunInContextAsync(plan, query, read, cancellationToken);
            return;
        }
        await using var command = plan.Sql.CreateCommand(connection, query);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        CheckFields(plan, query, reader);
        while (await reader.ReadAsync(cancellationToken) && read(plan, reader))
        {
        }
    }

    /// <summary>The first row, or the default.</summary>
    public async Task<T?> FirstAsync<T>(ResolvedQuery query, Func<QueryPlan, DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var first = default(T);
        await RunAsync(
            query,
            (plan, reader) =>
            {
                first = read(plan, reader);
                return false;
            },
            cancellationToken);
        return first;
    }

    /// <summary>All rows.</summary>
    public async Task<List<T>> ListAsync<T>(ResolvedQuery query, Func<QueryPlan, DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await RunAsync(
            query,
            (plan, reader) =>
            {
                rows.Add(read(plan, reader));
                return true;
            },
            cancellationToken);
        return rows;
    }

    private async Task RunInContextAsync(QueryPlan plan, ResolvedQuery query, Func<QueryPlan, DbDataReader, bool> read, CancellationToken cancellationToken)
    {
        var db = context.Value;
        var connection = db.GetService<IRelationalConnection>();
        var command = connection.RentCommand();
        command.PopulateFrom(plan.Sql.Command);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(
                new RelationalCommandParameterObject(connection, plan.Sql.ValuesOf(query), null, db, db.GetService<IRelationalCommandDiagnosticsLogger>()), cancellationToken);
            CheckFields(plan, query, reader.DbDataReader);
            while (await reader.ReadAsync(cancellationToken) && read(plan, reader.DbDataReader))
            {
            }
        }
        finally
        {
            connection.ReturnCommand(command);
        }
    }

    private static void CheckFields(QueryPlan plan, ResolvedQuery query, DbDataReader reader)
    {
        if (reader.FieldCount != plan.FieldCount)
        {
            throw new InvalidOperationException($"{query.Resource.DefinitionType.Name}: a column is computed outside of SQL; {plan.FieldCount} were expected, {reader.FieldCount} came.");
        }
    }
}
