using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SaleAuto.Documents.Pdf;

/// <summary>Reads a PDF as strictly as the format is written down: objects only where the table of places says, streams only as long as they say.</summary>
internal sealed partial class PdfFile
{
    private readonly byte[] _data;
    private readonly string _text;
    private readonly List<int> _places = [];
    private readonly string _trailer;

    public PdfFile(byte[] data)
    {
        (_data, _text) = (data, Encoding.Latin1.GetString(data));
        _text.ShouldStartWith("%PDF-1.7\n", Case.Sensitive);
        _text.ShouldEndWith("%%EOF\n", Case.Sensitive);
        var start = Number(End().Match(_text).Groups[1].Value);
        var head = Table().Match(_text, start);
        (head.Success, head.Index).ShouldBe((true, start), "startxref leads to the table");
        var count = Number(head.Groups[1].Value);
        var entries = start + head.Length;
        for (var i = 0; i < count; i++)
        {
            var entry = _text.Substring(entries + (20 * i), 20);
            Entry().IsMatch(entry).ShouldBeTrue($"entry {i}: '{entry}'");
            var place = Number(entry[..10]);
            _places.Add(place);
            if (i > 0)
            {
                _text.IndexOf($"{i} 0 obj\n", place, StringComparison.Ordinal).ShouldBe(place, $"object {i}");
            }
        }
        _trailer = _text[(entries + (20 * count))..];
        _trailer.ShouldStartWith("trailer\n", Case.Sensitive);
        Number(Size().Match(_trailer).Groups[1].Value).ShouldBe(count);
        Objects = count - 1;
        Pages = ReadPages();
    }

    /// <summary>Number of objects.</summary>
    public int Objects { get; }

    /// <summary>Pages in their order.</summary>
    public IReadOnlyList<PdfPage> Pages { get; }

    /// <summary>Title of the document.</summary>
    public string Title => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(Heading().Match(Body(Reference("Info", _trailer))).Groups[1].Value))[1..];

    /// <summary>Font files in the document.</summary>
    public IEnumerable<byte[]> FontFiles => Enumerable.Range(1, Objects).Select(Body).Where(x => x.Contains("/FontFile2 ", StringComparison.Ordinal)).Select(x => Stream(Reference("FontFile2", x)));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Reference(string name, string body)
    {
        var found = Regex.Match(body, $"/{name} ([0-9]+) 0 R");
        found.Success.ShouldBeTrue($"{name} in {body}");
        return Number(found.Groups[1].Value);
    }

    private string Body(int number)
    {
        number.ShouldBeInRange(1, Objects);
        var begin = _text.IndexOf("obj\n", _places[number], StringComparison.Ordinal) + 4;
        var (end, stream) = (_text.IndexOf("\nendobj\n", begin, StringComparison.Ordinal), _text.IndexOf("\nstream\n", begin, StringComparison.Ordinal));
        return _text[begin..(stream > 0 && stream < end ? stream : end)];
    }

    private byte[] Stream(int number)
    {
        var body = Body(number);
        var length = Number(Length().Match(body).Groups[1].Value);
        var begin = _text.IndexOf("\nstream\n", _places[number], StringComparison.Ordinal) + 8;
        _text.Substring(begin + length, 18).ShouldBe("\nendstream\nendobj\n", $"length of the stream of object {number}");
        using var unpacked = new ZLibStream(new MemoryStream(_data, begin, length), CompressionMode.Decompress);
        using var content = new MemoryStream();
        unpacked.CopyTo(content);
        return content.ToArray();
    }

    private List<PdfPage> ReadPages()
    {
        var tree = Reference("Pages", Body(Reference("Root", _trailer)));
        var kids = Kid().Matches(Kids().Match(Body(tree)).Groups[1].Value).Select(x => Number(x.Groups[1].Value)).ToList();
        Number(Count().Match(Body(tree)).Groups[1].Value).ShouldBe(kids.Count);
        return [.. kids.Select(kid => ReadPage(kid, tree))];
    }

    private PdfPage ReadPage(int number, int tree)
    {
        var body = Body(number);
        Reference("Parent", body).ShouldBe(tree);
        var box = Box().Match(body);
        var fonts = FontName().Matches(body).ToDictionary(x => x.Groups[1].Value, x => ReadFont(Number(x.Groups[2].Value)));
        var content = Encoding.ASCII.GetString(Stream(Reference("Contents", body)));
        var lines = new List<PdfLine>();
        foreach (var line in content.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var text = Shown().Match(line);
            (text.Success || Filled().IsMatch(line)).ShouldBeTrue($"an operator that is understood: {line}");
            if (text.Success)
            {
                var (font, size) = (fonts[text.Groups[1].Value], Real(text.Groups[2].Value));
                var glyphs = text.Groups[5].Value.Chunk(4).Select(x => new string(x)).ToList();
                var width = glyphs.Sum(x => font.Widths[Convert.ToInt32(x, 16)]) * size / 1000;
                lines.Add(new PdfLine(string.Concat(glyphs.Select(x => font.Characters[x])), font.Name, size, Real(text.Groups[3].Value), Real(text.Groups[4].Value), width));
            }
        }
        return new PdfPage(Real(box.Groups[1].Value), Real(box.Groups[2].Value), lines);
    }

    private (string Name, Dictionary<string, string> Characters, Dictionary<int, int> Widths) ReadFont(int number)
    {
        var font = Body(number);
        var glyphs = Body(Number(Descendant().Match(font).Groups[1].Value));
        var characters = Character().Matches(Encoding.ASCII.GetString(Stream(Reference("ToUnicode", font))))
            .ToDictionary(x => x.Groups[1].Value, x => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(x.Groups[2].Value)));
        var widths = Width().Matches(glyphs).ToDictionary(x => Number(x.Groups[1].Value), x => Number(x.Groups[2].Value));
        return (BaseFont().Match(font).Groups[1].Value, characters, widths);
    }

    private static double Real(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\n([0-9]+)\n%%EOF\n$")]
    private static partial Regex End();

    [GeneratedRegex(@"\Gxref\n0 ([0-9]+)\n")]
    private static partial Regex Table();

    [GeneratedRegex(@"^[0-9]{10} ([0-9]{5}) [nf] \n$")]
    private static partial Regex Entry();

    [GeneratedRegex("/Size ([0-9]+)")]
    private static partial Regex Size();

    [GeneratedRegex("/Title <([0-9A-F]+)>")]
    private static partial Regex Heading();

    [GeneratedRegex("/Length ([0-9]+)>>$")]
    private static partial Regex Length();

    [GeneratedRegex(@"/Kids\[([^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex("([0-9]+) 0 R")]
    private static partial Regex Kid();

    [GeneratedRegex("/Count ([0-9]+)")]
    private static partial Regex Count();

    [GeneratedRegex(@"/MediaBox\[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex Box();

    [GeneratedRegex("/(F[0-9]+) ([0-9]+) 0 R")]
    private static partial Regex FontName();

    [GeneratedRegex(@"/DescendantFonts\[([0-9]+) 0 R\]")]
    private static partial Regex Descendant();

    [GeneratedRegex("/BaseFont/([A-Za-z+-]+)")]
    private static partial Regex BaseFont();

    [GeneratedRegex("^<([0-9A-F]{4})> <([0-9A-F]{4,8})>$", RegexOptions.Multiline)]
    private static partial Regex Character();

    [GeneratedRegex(@"(?<=[\[ \]])([0-9]+)\[([0-9]+)\]")]
    private static partial Regex Width();

    [GeneratedRegex(@"^BT /(F[0-9]+) ([0-9.]+) Tf ([0-9.-]+) ([0-9.-]+) Td <([0-9A-F]*)> Tj ET$")]
    private static partial Regex Shown();

    [GeneratedRegex(@"^[0-9.]+ g [0-9.-]+ [0-9.-]+ [0-9.-]+ [0-9.-]+ re f 0 g$")]
    private static partial Regex Filled();
}

/// <summary>A page.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Lines">Its texts in the order of writing.</param>
internal sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfLine> Lines);

/// <summary>A line of text.</summary>
/// <param name="Text">As a reader would copy it.</param>
/// <param name="Font">Name of the font.</param>
/// <param name="Size">In points.</param>
/// <param name="X">Left end.</param>
/// <param name="Y">Foot of the letters, from below.</param>
/// <param name="Width">In points.</param>
internal sealed record PdfLine(string Text, string Font, double Size, double X, double Y, double Width);
