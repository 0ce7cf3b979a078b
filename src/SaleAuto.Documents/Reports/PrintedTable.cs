using SaleAuto.Documents.Pdf;
using SaleAuto.Reports;

namespace SaleAuto.Documents.Reports;

/// <summary>Widths of the columns of a printed table, and its texts in lines that fit into them. Numbers are never broken.</summary>
internal sealed class PrintedTable
{
    private const double NarrowestText = 42;

    private readonly PrintedReport _report;
    private readonly double _size;
    private readonly double _padding;

    /// <summary>Shares the width out: numbers get what they need, texts the rest in proportion to their length.</summary>
    public PrintedTable(PrintedReport report, PdfFont regular, PdfFont bold, double size, double width, double padding)
    {
        (_report, _size, _padding) = (report, size, padding);
        var needed = Enumerable.Range(0, report.Columns.Count).Select(Needed).ToArray();
        var numbers = needed.Where((_, column) => IsNumber(column)).Sum();
        var texts = needed.Where((_, column) => !IsNumber(column)).Sum();
        var scale = texts > 0 ? (width - numbers) / texts : 1;
        Widths = [.. needed.Select((x, column) => IsNumber(column) ? x : Math.Max(x * scale, Math.Min(NarrowestText, x)))];
        Heading = [.. report.Columns.Select((column, place) => Lines(column.Heading, bold, Widths[place] - (2 * padding)))];

        double Needed(int column)
        {
            var (heading, isNumber) = report.Columns[column];
            var words = isNumber ? heading.Split(' ').Max(word => bold.Measure(word, size)) : bold.Measure(heading, size);
            var cells = report.Rows.Select(row => regular.Measure(row[column], size)).DefaultIfEmpty().Max();
            var total = report.Totals is { } totals ? bold.Measure(totals[column], size) : 0;
            return Math.Max(words, Math.Max(cells, total)) + (2 * padding);
        }
    }

    /// <summary>Width of each column.</summary>
    public IReadOnlyList<double> Widths { get; }

    /// <summary>Headings in lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Heading { get; }

    /// <summary>Whether a column holds numbers, which stand at its right.</summary>
    public bool IsNumber(int column) => _report.Columns[column].IsNumber;

    /// <summary>A row in lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Wrap(IReadOnlyList<string> row, PdfFont font) =>
        [.. row.Select((text, column) => IsNumber(column) ? [text] : Lines(text, font, Widths[column] - (2 * _padding)))];

    private IReadOnlyList<string> Lines(string text, PdfFont font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.Measure(longer, _size) <= width)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            line = word;
            while (font.Measure(line, _size) > width && line.Length > 1)
            {
                var fits = Math.Max(1, Enumerable.Range(1, line.Length).Last(length => length == 1 || font.Measure(line[..length], _size) <= width));
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }
        lines.Add(line);
        return lines;
    }
}
