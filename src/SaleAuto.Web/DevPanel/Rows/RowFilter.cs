namespace SaleAuto.DevPanel;

/// <summary>How a filter compares.</summary>
public enum FilterOperator
{
    Equal,
    NotEqual,
    Contains,
    AtLeast,
    AtMost,
    Empty,
    NotEmpty,
}

/// <summary>A condition on one column, in the address as <c>f=Column~Operator~value</c>.</summary>
public sealed record RowFilter(ColumnInfo Column, FilterOperator Operator, string Text, object? Value)
{
    private const char Separator = '~';
    private const int LongestText = 500;

    /// <summary>As it stands in the address.</summary>
    public string Code => Encode(Column.Name, Operator, Text);

    public static string Encode(string column, FilterOperator comparison, string text) => $"{column}{Separator}{comparison}{Separator}{text}";

    /// <summary>Reads a filter; null when it names no column that may be filtered or a value that the column cannot have.</summary>
    public static RowFilter? Read(TableInfo table, string code)
    {
        var parts = code.Split(Separator, 3);
        return parts.Length == 3 ? Read(table, parts[0], parts[1], parts[2]) : null;
    }

    public static RowFilter? Read(TableInfo table, string columnName, string comparison, string text)
    {
        if (table.Find(columnName) is not { IsSecret: false } column || text.Length > LongestText
            || !Enum.TryParse<FilterOperator>(comparison, out var known) || !Enum.IsDefined(known))
        {
            return null;
        }
        if (known is FilterOperator.Empty or FilterOperator.NotEmpty)
        {
            return new RowFilter(column, known, "", null);
        }
        if (known == FilterOperator.Contains)
        {
            return column.IsSearched && text.Length > 0 ? new RowFilter(column, known, text, null) : null;
        }
        return column.Kind is not (ColumnKind.Json or ColumnKind.Binary) && ColumnText.TryRead(column, text, out var value, out _)
            ? new RowFilter(column, known, text, value)
            : null;
    }

    /// <summary>The condition in SQL.</summary>
    public string ToSql(TableStatement statement)
    {
        var name = statement.Name(Column);
        return Operator switch
        {
            FilterOperator.Empty => $"{name} IS NULL",
            FilterOperator.NotEmpty => $"{name} IS NOT NULL",
            FilterOperator.Contains => RowSearch.Contains(statement, Column, Text),
            FilterOperator.NotEqual => $"({name} <> {statement.Value(Column, Value)} OR {name} IS NULL)",
            FilterOperator.AtLeast => $"{name} >= {statement.Value(Column, Value)}",
            FilterOperator.AtMost => $"{name} <= {statement.Value(Column, Value)}",
            _ => $"{name} = {statement.Value(Column, Value)}",
        };
    }
}
