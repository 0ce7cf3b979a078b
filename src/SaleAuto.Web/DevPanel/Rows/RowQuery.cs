namespace SaleAuto.DevPanel;

/// <summary>Reads tables. Sees deleted rows too: no filter of the model applies.</summary>
internal sealed class RowQuery(SaleAutoDbContext db)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Counting stops here.</summary>
    public const int MostCounted = 10_000;

    public async Task<TableRow?> FindAsync(TableInfo table, IReadOnlyList<object> key, CancellationToken cancellationToken, bool forUpdate = false)
    {
        await using var statement = new TableStatement(db);
        statement.Append($"SELECT {statement.Names(table)} FROM {table.SqlName} WHERE {statement.IsRow(table, key)}");
        if (forUpdate && !db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) // SQLite lets one transaction write at a time
        {
            statement.Append(" FOR UPDATE");
        }
        return (await statement.ReadRowsAsync(table, cancellationToken)).SingleOrDefault();
    }

    public async Task<TablePage> GetPageAsync(RowListInput input, CancellationToken cancellationToken)
    {
        await using var statement = new TableStatement(db);
        var conditions = input.Filters.Select(filter => filter.ToSql(statement)).ToList();
        if (input.Search.Length > 0)
        {
            conditions.Add(RowSearch.ToSql(statement, input.Table, input.Search));
        }
        if (Behind(statement, input) is { } behind)
        {
            conditions.Add(behind);
        }
        statement.Append($"SELECT {statement.Names(input.Table)} FROM {input.Table.SqlName}");
        if (conditions.Count > 0)
        {
            statement.Append($" WHERE {string.Join(" AND ", conditions)}");
        }
        statement.Append($" ORDER BY {Order(statement, input)} LIMIT {PageSize + 1}");
        var rows = await statement.ReadRowsAsync(input.Table, cancellationToken);
        var page = rows.Take(PageSize).ToList();
        return new TablePage(page, rows.Count > PageSize ? input.After(page[^1]) : null);
    }

    /// <summary>Rows of every table, counted up to <see cref="MostCounted"/>; one statement for all.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(IReadOnlyList<TableInfo> tables, CancellationToken cancellationToken)
    {
        await using var statement = new TableStatement(db);
        statement.Append(string.Join(" UNION ALL ", tables.Select((table, i) =>
            $"SELECT {i}, (SELECT count(*) FROM (SELECT 1 FROM {table.SqlName} LIMIT {MostCounted + 1}) AS counted)")));
        await using var reader = await statement.ReadAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counts[tables[reader.GetInt32(0)].Name] = reader.GetInt64(1);
        }
        return counts;
    }

    /// <summary>How many rows point to this one through the reference, counted up to <see cref="MostCounted"/>.</summary>
    public async Task<long> CountReferencesAsync(TableReference reference, TableRow row, CancellationToken cancellationToken)
    {
        var referencing = DatabaseSchema.Of(db).Find(reference.Table)!;
        await using var statement = new TableStatement(db);
        var condition = string.Join(" AND ", reference.Columns.Zip(reference.PrincipalColumns, (column, principal) =>
            $"{statement.Name(referencing.Find(column)!)} = {statement.Value(row.Table.Find(principal)!, row.Value(row.Table.Find(principal)!))}"));
        statement.Append($"SELECT count(*) FROM (SELECT 1 FROM {referencing.SqlName} WHERE {condition} LIMIT {MostCounted + 1}) AS counted");
        await using var reader = await statement.ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt64(0);
    }

    // NULLs stand last upwards and first downwards, as an index of PostgreSQL has them.
    private static string Order(TableStatement statement, RowListInput input)
    {
        var direction = input.Descending ? "DESC NULLS FIRST" : "ASC NULLS LAST";
        var keyDirection = input.Descending ? "DESC" : "ASC";
        var keys = input.Table.Key.Where(column => column != input.Sort).Select(column => $"{statement.Name(column)} {keyDirection}");
        return string.Join(", ", keys.Prepend($"{statement.Name(input.Sort)} {(input.Sort.IsNullable ? direction : keyDirection)}"));
    }

    private static string? Behind(TableStatement statement, RowListInput input)
    {
        if (input.Cursor is not { } cursor)
        {
            return null;
        }
        var values = new List<object?>();
        foreach (var (column, text) in input.Table.Key.Prepend(input.Sort).Zip(cursor))
        {
            object? value = null;
            if (text is not null && !ColumnText.TryRead(column, text, out value, out _))
            {
                return null; // a mistyped address shows the first page
            }
            values.Add(value);
        }
        var comparison = input.Descending ? "<" : ">";
        var names = string.Join(", ", input.Table.Key.Select(statement.Name));
        var keys = $"({names}) {comparison} ({string.Join(", ", input.Table.Key.Select((column, i) => statement.Value(column, values[i + 1])))})";
        var sort = statement.Name(input.Sort);
        if (values[0] is null)
        {
            return input.Descending ? $"(({sort} IS NULL AND {keys}) OR {sort} IS NOT NULL)" : $"({sort} IS NULL AND {keys})";
        }
        var value0 = statement.Value(input.Sort, values[0]);
        var nullsBehind = input.Sort.IsNullable && !input.Descending ? $" OR {sort} IS NULL" : "";
        return $"({sort} {comparison} {value0} OR ({sort} = {value0} AND {keys}){nullsBehind})";
    }
}
