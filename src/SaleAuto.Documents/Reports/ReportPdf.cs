using SaleAuto.Documents.Pdf;
using SaleAuto.Reports;

namespace SaleAuto.Documents.Reports;

/// <summary>Sets a report on pages of A4 across: the heading of the table stands on every page, long texts go on in the next line.</summary>
internal sealed class ReportPdf : IReportPdf
{
    private const double Width = 841.89;
    private const double Height = 595.28;
    private const double Margin = 34;
    private const double FooterSize = 8;
    private const double LineHeight = 10.5;
    private const double Padding = 4;

    private static readonly Lazy<TrueTypeFont> _regular = new(() => Read("golos-text-400.ttf"));
    private static readonly Lazy<TrueTypeFont> _bold = new(() => Read("golos-text-600.ttf"));

    public byte[] Write(PrintedReport report)
    {
        var document = new PdfDocument(report.Title, Width, Height, report.WrittenAt);
        var (regular, bold) = (document.Add(new PdfFont(_regular.Value, "GolosText-Regular")), document.Add(new PdfFont(_bold.Value, "GolosText-SemiBold")));
        var table = new PrintedTable(report, regular, bold, Width - (2 * Margin), Padding);
        var (page, y) = (document.AddPage(), Margin + 1);
        Say(report.Title, bold, 15);
        Say(report.Subtitle, regular, 9);
        var begun = y = Row(page, y + 9, table.Heading, bold, isHeading: true);
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
            Put([TextLines.Of(note, regular, table.Size, Width - (2 * Margin) - (2 * Padding))], regular);
        }
        for (var number = 0; number < document.PageCount; number++)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, report.PageOf, number + 1, document.PageCount);
            document.Text(number, regular, FooterSize, Width - Margin - regular.Measure(text, FooterSize), Height - Margin + 12, text);
        }
        return document.Save();

        void Say(string text, PdfFont font, double size)
        {
            foreach (var line in TextLines.Of(text, font, size, Width - (2 * Margin)))
            {
                document.Text(page, font, size, Margin, y += Math.Max(15, size), line);
            }
        }

        // A row that is longer than a page goes on on the next one.
        void Put(IReadOnlyList<IReadOnlyList<string>> cells, PdfFont font)
        {
            if (y + HeightOf(cells) > Height - Margin && y > begun)
            {
                Turn();
            }
            while (y + HeightOf(cells) > Height - Margin && cells.Max(x => x.Count) > 1)
            {
                var fits = Math.Max(1, (int)((Height - Margin - y - Padding) / LineHeight));
                Row(page, y, [.. cells.Select(x => x.Take(fits).ToList())], font, isHeading: false);
                cells = [.. cells.Select(x => x.Skip(fits).ToList())];
                Turn();
            }
            y = Row(page, y, cells, font, isHeading: false);
        }

        void Turn()
        {
            page = document.AddPage();
            begun = y = Row(page, Margin, table.Heading, bold, isHeading: true);
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
                    var left = table.IsNumber(column) && cells.Count > 1 ? table.Widths[column] - Padding - font.Measure(text, table.Size) : Padding;
                    document.Text(on, font, table.Size, x + left, top + Padding + table.Size + (line * LineHeight) - 1, text);
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
