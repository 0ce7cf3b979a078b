using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SaleAuto.Reports;

/// <summary>Reads the cells of exported reports back, as the programs of others would.</summary>
internal static partial class ReportFiles
{
    /// <summary>Cells of a CSV by rows; none of the test's values has a semicolon.</summary>
    public static IReadOnlyList<string[]> ReadCsv(byte[] file) =>
        [.. Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';').Select(cell => cell.Trim('"')).ToArray())];

    /// <summary>Cells of the sheet of an Excel file by rows: texts, and numbers as they are written.</summary>
    public static IReadOnlyList<string[]> ReadXlsx(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(x => x.Name.LocalName == "row").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
    }

    /// <summary>Lines of text of a PDF by pages, through the tables that say which character a glyph is.</summary>
    public static IReadOnlyList<string[]> ReadPdf(byte[] file)
    {
        var streams = Streams(file).ToList();
        var maps = streams.Where(x => x.Contains("begincmap", StringComparison.Ordinal))
            .Select(x => Character().Matches(x).ToDictionary(m => m.Groups[1].Value, m => char.ConvertFromUtf32(Convert.ToInt32(m.Groups[2].Value, 16))))
            .ToList();
        return
        [
            .. streams.Where(x => x.Contains(" Tj ET", StringComparison.Ordinal))
                .Select(x => Line().Matches(x).Select(m => string.Concat(m.Groups[2].Value.Chunk(4).Select(glyph => maps[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)][new string(glyph)]))).ToArray()),
        ];
    }

    private static IEnumerable<string> Streams(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (Match begin in Begin().Matches(text))
        {
            using var unpacked = new ZLibStream(new MemoryStream(file, begin.Index + begin.Length, int.Parse(begin.Groups[1].Value, CultureInfo.InvariantCulture)), CompressionMode.Decompress);
            using var data = new MemoryStream();
            unpacked.CopyTo(data);
            yield return Encoding.Latin1.GetString(data.ToArray());
        }
    }

    [GeneratedRegex(@"/Length (\d+)>>\nstream\n")]
    private static partial Regex Begin();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]{4})>")]
    private static partial Regex Character();

    [GeneratedRegex("/F([0-9]+) [^\n]*? Td <([0-9A-F]*)> Tj ET")]
    private static partial Regex Line();
}
