using SaleAuto.Documents.Pdf;

namespace SaleAuto.Documents.Reports;

/// <summary>Breaks a text into lines of a width, between words where it can.</summary>
internal static class TextLines
{
    // A width that was measured from the very text comes back a little narrower when it is reckoned with.
    private const double Rounding = 0.01;

    private static readonly char[] _gaps = [' ', '\n', '\r', '\t'];

    /// <summary>At least one line; a letter that is wider than the line has one of its own.</summary>
    public static IReadOnlyList<string> Of(string text, PdfFont font, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(_gaps, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.Measure(longer, size) <= width + Rounding)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            line = word;
            for (var fits = Fitting(line, font, size, width); fits < line.Length; fits = Fitting(line, font, size, width))
            {
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }
        lines.Add(line);
        return lines;
    }

    // Never between the two halves of one character.
    private static int Fitting(string text, PdfFont font, double size, double width)
    {
        var (fits, used) = (0, 0.0);
        foreach (var character in text.EnumerateRunes())
        {
            used += font.Measure(character.ToString(), size);
            if (used > width + Rounding && fits > 0)
            {
                break;
            }
            fits += character.Utf16SequenceLength;
        }
        return fits;
    }
}
