using System.Text;

namespace SaleAuto.Documents.Pdf;

/// <summary>A font in a document: what was written with it is embedded, and can be searched and copied.</summary>
internal sealed class PdfFont(TrueTypeFont font, string name)
{
    private const int MostInBlock = 100; // a limit of the format

    private readonly SortedDictionary<int, int> _used = [];

    /// <summary>Width of a text set in a size.</summary>
    public double Measure(string text, double size) => font.Measure(text, size);

    /// <summary>The text as numbers of glyphs.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder("<", 2 + (4 * text.Length));
        foreach (var character in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(character.Value);
            _used.TryAdd(glyph, glyph == 0 ? Rune.ReplacementChar.Value : character.Value); // one box stands for all that the font has not
            hex.Append(glyph.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }
        return hex.Append('>').ToString();
    }

    /// <summary>Writes it into the file; the result is the number of its object.</summary>
    public int Write(PdfObjects file)
    {
        var subset = FontSubset.Of(font, _used.Keys);
        var tagged = $"SALEAU+{name}";
        var data = file.Add(FormattableString.Invariant($"/Length1 {subset.Length}"), subset);
        var description = file.Add(
            $"<</Type/FontDescriptor/FontName/{tagged}/Flags 4/FontBBox[{string.Join(' ', font.Box)}]/ItalicAngle 0/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.Ascent}/StemV 80/FontFile2 {data} 0 R>>");
        var widths = string.Join(' ', _used.Keys.Select(glyph => $"{glyph}[{font.WidthOf(glyph)}]"));
        var glyphs = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{tagged}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {description} 0 R/CIDToGIDMap/Identity/W[{widths}]>>");
        var characters = file.Add("", Encoding.ASCII.GetBytes(Characters()));
        return file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{tagged}/Encoding/Identity-H/DescendantFonts[{glyphs} 0 R]/ToUnicode {characters} 0 R>>");
    }

    private string Characters()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /SaleAuto def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in _used.Chunk(MostInBlock))
        {
            map.Append(System.Globalization.CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
            {
                map.Append(System.Globalization.CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            }
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
