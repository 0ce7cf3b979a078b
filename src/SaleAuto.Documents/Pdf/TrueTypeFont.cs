using System.Buffers.Binary;

namespace SaleAuto.Documents.Pdf;

/// <summary>What a TrueType file says of its letters: which glyph draws a character, and how wide it is.</summary>
internal sealed class TrueTypeFont
{
    private const int LongOffsets = 1;

    private readonly byte[] _data;
    private readonly Dictionary<string, (int Start, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int _metrics;

    /// <summary>Reads the file.</summary>
    public TrueTypeFont(byte[] data)
    {
        _data = data;
        for (int i = 0, count = Unsigned16(4); i < count; i++)
        {
            var entry = 12 + (16 * i);
            _tables[System.Text.Encoding.ASCII.GetString(data, entry, 4)] = ((int)Unsigned32(entry + 8), (int)Unsigned32(entry + 12));
        }
        var (head, hhea) = (Start("head"), Start("hhea"));
        UnitsPerEm = Unsigned16(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(Signed16(head + 36 + (2 * i))))];
        (Ascent, Descent) = (Scaled(Signed16(hhea + 4)), Scaled(Signed16(hhea + 6)));
        _metrics = Unsigned16(hhea + 34);
        GlyphCount = Unsigned16(Start("maxp") + 4);
        HasLongOffsets = Unsigned16(head + 50) == LongOffsets;
        ReadCharacters();
    }

    /// <summary>Units that the size of a letter is divided into.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Number of glyphs.</summary>
    public int GlyphCount { get; }

    /// <summary>Whether places of outlines are written in four bytes.</summary>
    public bool HasLongOffsets { get; }

    /// <summary>Height above the line, thousandths of the size.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the line, thousandths of the size, negative.</summary>
    public int Descent { get; }

    /// <summary>Box around all glyphs, thousandths of the size.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>The glyph of a character; 0, an empty box, for one that the font does not have.</summary>
    public int GlyphOf(int character) => _glyphs.GetValueOrDefault(character);

    /// <summary>Width of a glyph, thousandths of the size.</summary>
    public int WidthOf(int glyph) => Unsigned16(Start("hmtx") + (4 * Math.Min(glyph, _metrics - 1))) * 1000 / UnitsPerEm;

    /// <summary>Width of a text set in a size.</summary>
    public double Measure(string text, double size) => text.EnumerateRunes().Sum(x => WidthOf(GlyphOf(x.Value))) * size / 1000;

    /// <summary>A part of the file; empty when it has none.</summary>
    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var table) ? _data.AsSpan(table.Start, table.Length) : [];

    // Segments of characters with running glyph numbers (format 4): all that such fonts have for the letters of one plane.
    private void ReadCharacters()
    {
        var cmap = Start("cmap");
        for (int i = 0, count = Unsigned16(cmap + 2); i < count; i++)
        {
            var table = cmap + (int)Unsigned32(cmap + 8 + (8 * i));
            if (Unsigned16(table) == 4)
            {
                ReadSegments(table);
                return;
            }
        }
        throw new InvalidDataException("The font has no table of characters that is understood");
    }

    private void ReadSegments(int table)
    {
        var count = Unsigned16(table + 6) / 2;
        var ends = table + 14;
        var (starts, deltas, ranges) = (ends + 2 + (2 * count), ends + 2 + (4 * count), ends + 2 + (6 * count));
        for (var segment = 0; segment < count; segment++)
        {
            var (first, last) = (Unsigned16(starts + (2 * segment)), Unsigned16(ends + (2 * segment)));
            var (delta, range) = (Unsigned16(deltas + (2 * segment)), Unsigned16(ranges + (2 * segment)));
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                var listed = range == 0 ? character : Unsigned16(ranges + (2 * segment) + range + (2 * (character - first)));
                if (listed != 0 && ((listed + delta) & 0xFFFF) is > 0 and var glyph)
                {
                    _glyphs.TryAdd(character, glyph);
                }
            }
        }
    }

    private int Start(string table) => _tables[table].Start;

    private int Scaled(int units) => units * 1000 / UnitsPerEm;

    private int Unsigned16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private int Signed16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint Unsigned32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
