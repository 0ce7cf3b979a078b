namespace SaleAuto.DevPanel;

/// <summary>Looks for a text in every text column, and for an id in every id column.</summary>
internal static class RowSearch
{
    public static string ToSql(TableStatement statement, TableInfo table, string text)
    {
        var conditions = table.Columns.Where(column => column.IsSearched).Select(column => Contains(statement, column, text)).ToList();
        foreach (var column in table.Columns.Where(column => !column.IsSecret && column.Kind is ColumnKind.Guid or ColumnKind.Whole))
        {
            if (ColumnText.TryRead(column, text, out var value, out _))
            {
                conditions.Add($"{statement.Name(column)} = {statement.Value(column, value)}");
            }
        }
        return conditions.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", conditions)})";
    }

    public static string Contains(TableStatement statement, ColumnInfo column, string text)
    {
        var pattern = "%" + text.ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
        return $@"lower({statement.Name(column)}) LIKE {statement.Value(pattern)} ESCAPE '\'";
    }
}
