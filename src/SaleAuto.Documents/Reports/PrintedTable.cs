using SaleAuto.Documents.Pdf;
using SaleAuto.Reports;

namespace SaleAuto.Documents.Reports;

/// <summary>Size of the letters and widths of the columns of a printed table, and its texts in lines that fit into them. Numbers are never broken.</summary>
internal sealed class PrintedTable
{
    private const double NarrowestText = 5.25; // of the letters' size

    private static readonly double[] _sizes = [8, 7, 6, 5, 4];

    private readonly PrintedReport _report;
    private readonly double _padding;

    /// <summary>Shares the width out: numbers get what they need, texts the rest in proportion to their length. What does not fit is set smaller.</summary>
    public PrintedTable(PrintedReport report, PdfFont regular, PdfFont bold, double width, double padding)
    {
        (_report, _padding) = (report, padding);
        var needed = Enumerable.Range(0, report.Columns.Count).Select(Needed).ToArray();
        Size = _sizes.FirstOrDefault(size => needed.Select((_, column) => Least(column, size)).Sum() <= width, _sizes[^1]);
        var least = needed.Select((_, column) => Least(column, Size)).ToArray();
        var wished = needed.Select(x => (x * Size) + (2 * padding)).ToArray();
        Widths = wished.Sum() <= width ? Stretched(wished, width) : Shared(least, wished, width);
        Heading = [.. report.Columns.Select((column, place) => TextLines.Of(column.Heading, bold, Size, Widths[place] - (2 * padding)))];

        double Needed(int column)
        {
            var (heading, isNumber) = report.Columns[column];
            var words = isNumber ? heading.Split(' ').Max(word => bold.Measure(word, 1)) : bold.Measure(heading, 1);
            var cells = report.Rows.Select(row => regular.Measure(row[column], 1)).DefaultIfEmpty().Max();
            var total = report.Totals is { } totals ? bold.Measure(totals[column], 1) : 0;
            return Math.Max(words, Math.Max(cells, total));
        }

        double Least(int column, double size) => ((IsNumber(column) ? needed[column] : Math.Min(NarrowestText, needed[column])) * size) + (2 * padding);
    }

    /// <summary>Size of the letters.</summary>
    public double Size { get; }

    /// <summary>Width of each column.</summary>
    public IReadOnlyList<double> Widths { get; }

    /// <summary>Headings in lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Heading { get; }

    /// <summary>Whether a column holds numbers, which stand at its right.</summary>
    public bool IsNumber(int column) => _report.Columns[column].IsNumber;

    /// <summary>A row in lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Wrap(IReadOnlyList<string> row, PdfFont font) =>
        [.. row.Select((text, column) => IsNumber(column) ? [text] : TextLines.Of(text, font, Size, Widths[column] - (2 * _padding)))];

    private double[] Stretched(double[] wished, double width)
    {
        var texts = wished.Where((_, column) => !IsNumber(column)).Sum();
        var scale = texts > 0 ? (width - wished.Sum() + texts) / texts : 1;
        return [.. wished.Select((x, column) => IsNumber(column) ? x : x * scale)];
    }

    private static double[] Shared(double[] least, double[] wished, double width)
    {
        var share = Math.Max(0, width - least.Sum()) / (wished.Sum() - least.Sum());
        var widths = least.Select((x, column) => wished[column] > x ? x + ((wished[column] - x) * share) : x).ToArray();
        return widths.Sum() > width ? [.. widths.Select(x => x * width / widths.Sum())] : widths; // more columns than a page can hold
    }
}
