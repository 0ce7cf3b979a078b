using System.Text;

namespace SaleAuto.Benchmarks.Valuations;

/// <summary>A CSV file with a header: quotes, ',' ';' or tab, byte order mark and any line ends.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(Dictionary<string, int> columns, IReadOnlyList<string[]> rows)
    {
        _columns = columns;
        Rows = rows;
    }

    /// <summary>Rows after the header; empty lines are left out.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads the whole text.</summary>
    public static CsvTable Parse(string text)
    {
        text = text.TrimStart('\uFEFF');
        var firstLine = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n') is var end && end >= 0 ? end : text.Length));
        var separator = new[] { ',', ';', '\t' }.MaxBy(Count(firstLine));
        var records = Split(text, separator);
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, index) in (records.FirstOrDefault() ?? []).Select((name, index) => (name.Trim(), index)))
        {
            columns.TryAdd(name, index);
        }
        return new CsvTable(columns, records.Skip(1).ToList());
    }

    /// <summary>Whether the header names the column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Trimmed cell, or null when the column is missing or the cell empty.</summary>
    public string? Cell(string[] row, string column)
    {
        if (!_columns.TryGetValue(column, out var index) || index >= row.Length)
        {
            return null;
        }
        var cell = row[index].Trim();
        return cell.Length == 0 ? null : cell;
    }

    private static Func<char, int> Count(ReadOnlySpan<char> line)
    {
        var counts = new Dictionary<char, int> { [','] = line.Count(','), [';'] = line.Count(';'), ['\t'] = line.Count('\t') };
        return separator => counts[separator];
    }

    private static List<string[]> Split(string text, char separator)
    {
        var records = new List<string[]>();
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator || c is '\n' or '\r')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (c != separator)
                {
                    if (record.Any(value => !string.IsNullOrWhiteSpace(value)))
                    {
                        records.Add([.. record]);
                    }
                    record.Clear();
                }
            }
            else
            {
                cell.Append(c);
            }
        }
        return records;
    }
}
