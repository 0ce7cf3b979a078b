using System.Buffers;
using System.Text;

namespace SaleAuto.LowCode;

/// <summary>Cells of CSV text.</summary>
public static class CsvText
{
    /// <summary>What stands between cells: the semicolon that a Russian Excel expects.</summary>
    public const char Separator = ';';

    private static readonly SearchValues<char> Special = SearchValues.Create(";,\t\"\r\n");

    /// <summary>The text of a cell with a quote mark before what a spreadsheet would run as a formula; reading the table takes it away again.</summary>
    public static string Harmless(string cell) => FormulaText.Escape(cell);

    /// <summary>Appends a cell, in quotes where needed.</summary>
    public static void Append(StringBuilder text, string cell)
    {
        if (cell.AsSpan().IndexOfAny(Special) < 0)
        {
            text.Append(cell);
            return;
        }
        text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>Appends a row with its line end.</summary>
    public static void AppendRow(StringBuilder text, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
            {
                text.Append(Separator);
            }
            Append(text, cell);
            isFirst = false;
        }
        text.Append("\r\n");
    }
}
