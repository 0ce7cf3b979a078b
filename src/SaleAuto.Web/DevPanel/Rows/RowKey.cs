namespace SaleAuto.DevPanel;

/// <summary>The key of a row in an address: one part of the query for each key column, under its own name.</summary>
internal static class RowKey
{
    public static string Address(TableInfo table, string page, Func<string, string?> text) =>
        $"{DeveloperPanel.Home}/tables/{Uri.EscapeDataString(table.Name)}/{page}"
        + QueryString.Create(table.Key.Select(column => KeyValuePair.Create<string, string?>(column.Name, text(column.Name))));

    /// <summary>Values of the key columns, or null when a part is missing or cannot be read.</summary>
    public static IReadOnlyList<object>? Read(TableInfo table, IQueryCollection query)
    {
        var key = new List<object>();
        foreach (var column in table.Key)
        {
            if (query[column.Name].ToString() is not { Length: > 0 and <= 2000 } text || !ColumnText.TryRead(column, text, out var value, out _))
            {
                return null;
            }
            key.Add(value!);
        }
        return key;
    }
}
