using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.DevPanel;

/// <summary>A row as the database handed it out.</summary>
public sealed class TableRow(TableInfo table, IReadOnlyDictionary<string, object?> values)
{
    public TableInfo Table => table;

    /// <summary>Text of a column, whatever it is; for the program, not for people.</summary>
    public string? Text(ColumnInfo column) => ColumnText.Format(column, values[column.Name]);

    /// <summary>The value for a parameter: as the property has it.</summary>
    public object? Value(ColumnInfo column) => values[column.Name] is not { } stored ? null
        : column.Kind == ColumnKind.Choice && column.Converter is null ? Enum.ToObject(column.ModelType, stored)
        : column.Converter is { } converter ? converter.ConvertFromProvider(stored)
        : stored;

    public bool IsNull(ColumnInfo column) => values[column.Name] is null;

    /// <summary>Address of a page about this row.</summary>
    public string Address(string page) => RowKey.Address(table, page, column => Text(table.Find(column)!));

    /// <summary>Changes whenever something that the form shows changes, or the row's version does.</summary>
    public string Fingerprint()
    {
        var seen = new StringBuilder();
        foreach (var column in table.Columns.Where(column => !column.IsSecret || column.IsConcurrencyToken))
        {
            var text = Text(column);
            seen.Append(column.Name).Append(text is null ? '0' : '1').Append(text?.Length).Append(':').Append(text).Append('\n');
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())));
    }
}
