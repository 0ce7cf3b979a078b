using SaleAuto.Documents.Pdf;
using SaleAuto.Reports;

namespace SaleAuto.Documents.Reports;

/// <summary>Sets a report on pages of A4 across: the heading of the table stands on every page, long texts go on in the next line.</summary>
internal sealed class ReportPdf : IReportPdf
{
    private const double Width = 841.89;
    private const double Height = 595.28;
    private const double Margin = 34;
    private const double Size = 8;
    private const double LineHeight = 10.5;
    private const double Padding = 4;

    private static readonly Lazy<TrueTypeFont> _regular = new(() => Read("golos-text-400.ttf"));
    private static readonly Lazy<TrueTypeFont> _bold = new(() => Read("golos-text-600.ttf"));

    public byte[] Write(PrintedReport report)
    {
        var document = new PdfDocument(report.Title, Width, Height, report.WrittenAt);
        var (regular, bold) = (document.Add(new PdfFont(_regular.Value, "GolosText-Regular")), document.Add(new PdfFont(_bold.Value, "GolosText-SemiBold")));
        var table = new PrintedTable(report, regular, bold, Size, Width - (2 * Margin), Padding);
        var (page, y) = (document.AddPage(), Margin + 16);
        document.Text(page, bold, 15, Margin, y, report.Title);
        document.Text(page, regular, 9, Margin, y += 15, report.Subtitle);
        y = Row(page, y + 9, table.Heading, bold, isHeading: true);
        foreach (var row in report.Rows)
        {
            Put(table.Wrap(row, regular), regular);
        }
        if (report.Totals is { } totals)
        {
            Put(table.Wrap(totals, bold), bold);
        }
        foreach (var note in report.Notes)
        {
            Put([[note]], regular);
        }
        for (var number = 0; number < document.PageCount; number++)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, report.PageOf, number + 1, document.PageCount);
            document.Text(number, regular, Size, Width - Margin - regular.Measure(text, Size), Height - Margin + 12, text);
        }
        return document.Save();

        void Put(IReadOnlyList<IReadOnlyList<string>> cells, PdfFont font)
        {
            if (y + HeightOf(cells) > Height - Margin)
            {
                page = document.AddPage();
                y = Row(page, Margin, table.Heading, bold, isHeading: true);
            }
            y = Row(page, y, cells, font, isHeading: false);
        }

        double Row(int on, double top, IReadOnlyList<IReadOnlyList<string>> cells, PdfFont font, bool isHeading)
        {
            var height = HeightOf(cells);
            if (isHeading)
            {
                document.Fill(on, Margin, top, Width - (2 * Margin), height, 0.92);
            }
            for (var (column, x) = (0, Margin); column < cells.Count; x += table.Widths[column++])
            {
                for (var line = 0; line < cells[column].Count; line++)
                {
                    var text = cells[column][line];
                    var left = table.IsNumber(column) && cells.Count > 1 ? table.Widths[column] - Padding - font.Measure(text, Size) : Padding;
                    document.Text(on, font, Size, x + left, top + Padding + Size + (line * LineHeight) - 1, text);
                }
            }
            document.Fill(on, Margin, top + height, Width - (2 * Margin), 0.4, 0.8);
            return top + height;
        }
    }

    private static double HeightOf(IReadOnlyList<IReadOnlyList<string>> cells) => (LineHeight * cells.Max(x => x.Count)) + Padding;

    private static TrueTypeFont Read(string name)
    {
        using var resource = typeof(ReportPdf).Assembly.GetManifestResourceStream(name)!;
        using var data = new MemoryStream();
        resource.CopyTo(data);
        return new TrueTypeFont(data.ToArray());
    }
}
