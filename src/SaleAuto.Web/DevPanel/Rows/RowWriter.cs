using System.Data.Common;
using SaleAuto.Auditing;
using SaleAuto.Repositories;

namespace SaleAuto.DevPanel;

/// <summary>
/// Changes rows behind the back of the domain: no rule, no event, no trash. Each change is written to the audit log in its own transaction,
/// and the caches and workers that watch the table hear of it.
/// </summary>
internal sealed class RowWriter(SaleAutoDbContext db, RowQuery rows, IAuditTrail audit, CommitAnnouncer announcer, IHttpContextAccessor context)
{
    private const string Note = "developers' panel";

    private readonly List<RowChange> _written = [];

    /// <summary>Adds a row.</summary>
    /// <exception cref="DbException">The database refused it.</exception>
    public Task<TableRow> InsertAsync(RowForm form, CancellationToken cancellationToken) => InTransactionAsync(async () =>
    {
        var table = form.Table;
        var values = new Dictionary<string, object?>(form.Values);
        foreach (var column in table.Columns.Where(column => column is { IsSecret: true, IsNullable: false }))
        {
            values[column.Name] = EmptySecret(column);
        }
        await using var statement = new TableStatement(db);
        var columns = table.Columns.Where(column => values.ContainsKey(column.Name)).ToList();
        statement.Append($"INSERT INTO {table.SqlName} ({string.Join(", ", columns.Select(statement.Name))}) ")
            .Append($"VALUES ({string.Join(", ", columns.Select(column => statement.Value(column, values[column.Name])))}) RETURNING {statement.Names(table)}");
        var added = (await statement.ReadRowsAsync(table, cancellationToken)).Single();
        Record(AuditActions.Created, RowChangeKind.Added, added, table.Columns.Where(column => !added.IsNull(column)).Select(column => (column, (string?)null, added.Text(column))));
        return added;
    }, cancellationToken);

    /// <summary>Changes a row that still looks as its form showed it.</summary>
    /// <returns>Whether it did; otherwise nothing was written.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public Task<bool> UpdateAsync(RowForm form, string fingerprint, CancellationToken cancellationToken) => InTransactionAsync(async () =>
    {
        var (table, key) = (form.Table, KeyOf(form.Row!));
        var before = await rows.FindAsync(table, key, cancellationToken, forUpdate: true);
        if (before is null || before.Fingerprint() != fingerprint)
        {
            return false;
        }
        if (form.Values.Count == 0)
        {
            return true;
        }
        await using var statement = new TableStatement(db);
        var changes = form.Values.ToDictionary();
        foreach (var token in table.Columns.Where(column => column.IsConcurrencyToken && !changes.ContainsKey(column.Name)))
        {
            changes[token.Name] = NextToken(token, before);
        }
        var set = changes.Select(change => $"{statement.Name(table.Find(change.Key)!)} = {statement.Value(table.Find(change.Key)!, change.Value)}");
        statement.Append($"UPDATE {table.SqlName} SET {string.Join(", ", set)} WHERE {statement.IsRow(table, key)}");
        await statement.ExecuteAsync(cancellationToken);
        var after = (await rows.FindAsync(table, key, cancellationToken))!;
        Record(AuditActions.Updated, RowChangeKind.Modified, after, changes.Keys.Select(name => table.Find(name)!).Select(column => (column, before.Text(column), after.Text(column))));
        return true;
    }, cancellationToken);

    /// <summary>Removes a row for good, past the trash.</summary>
    /// <returns>Whether it still looked as its page showed it; otherwise nothing was removed.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public Task<bool> DeleteAsync(TableInfo table, IReadOnlyList<object> key, string fingerprint, CancellationToken cancellationToken) => InTransactionAsync(async () =>
    {
        var before = await rows.FindAsync(table, key, cancellationToken, forUpdate: true);
        if (before is null || before.Fingerprint() != fingerprint)
        {
            return false;
        }
        await using var statement = new TableStatement(db);
        statement.Append($"DELETE FROM {table.SqlName} WHERE {statement.IsRow(table, key)}");
        await statement.ExecuteAsync(cancellationToken);
        Record(AuditActions.Deleted, RowChangeKind.Deleted, before, table.Columns.Where(column => !before.IsNull(column)).Select(column => (column, before.Text(column), (string?)null)));
        return true;
    }, cancellationToken);

    private async Task<T> InTransactionAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        T result;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            result = await change();
            await db.SaveChangesAsync(cancellationToken); // the line of the audit log
            await transaction.CommitAsync(cancellationToken);
        }
        announcer.Announce(_written);
        return result;
    }

    private void Record(string action, RowChangeKind kind, TableRow row, IEnumerable<(ColumnInfo Column, string? Before, string? After)> changes)
    {
        var id = row.Table.Key[0] is { Kind: ColumnKind.Guid } key ? (Guid?)row.Value(key) : null;
        audit.Add(new AuditRecord(
            action,
            row.Table.EntityName,
            id,
            changes.Where(change => !change.Column.IsSecret).ToDictionary(change => change.Column.Name, change => new AuditChange(change.Before, change.After)),
            Note));
        foreach (var line in db.ChangeTracker.Entries<AuditEntry>())
        {
            line.Entity.Sign(context.HttpContext?.User.Identity?.Name);
        }
        if (id is { } written)
        {
            _written.Add(new RowChange(row.Table.EntityType, written, kind));
        }
    }

    private static List<object> KeyOf(TableRow row) => [.. row.Table.Key.Select(column => row.Value(column)!)];

    private static object? NextToken(ColumnInfo token, TableRow before) => token switch
    {
        { Kind: ColumnKind.Whole } => Convert.ChangeType(Convert.ToInt64(before.Value(token)) + 1, token.ModelType),
        _ when token.StoredType == typeof(string) => Guid.NewGuid().ToString(),
        _ => before.Value(token),
    };

    private static object? EmptySecret(ColumnInfo column)
    {
        var empty = column.StoredType == typeof(string) ? "" : column.StoredType == typeof(byte[]) ? Array.Empty<byte>() : Activator.CreateInstance(column.StoredType);
        return column.Converter is { } converter ? converter.ConvertFromProvider(empty) : empty;
    }
}
