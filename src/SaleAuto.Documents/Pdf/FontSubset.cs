using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SaleAuto.Documents.Pdf;

/// <summary>A font file with the outlines of the used glyphs only. Every glyph keeps its number, so that nothing else has to change.</summary>
internal static class FontSubset
{
    private const int HasOffsetsInWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int HasMoreParts = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;
    private const int ShortestHeader = 10;

    private static readonly string[] _copied = ["cvt ", "fpgm", "head", "hhea", "hmtx", "maxp", "prep"];

    /// <summary>The file.</summary>
    public static byte[] Of(TrueTypeFont font, IEnumerable<int> used)
    {
        var kept = WithParts(font, used);
        var (outlines, places) = (new MemoryStream(), new byte[4 * (font.GlyphCount + 1)]);
        for (var glyph = 0; glyph <= font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (glyph < font.GlyphCount && kept.Contains(glyph))
            {
                outlines.Write(Outline(font, glyph));
                Pad(outlines);
            }
        }
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["glyf"] = outlines.ToArray(), ["loca"] = places };
        foreach (var name in _copied.Where(name => font.Table(name).Length > 0))
        {
            tables[name] = font.Table(name).ToArray();
        }
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1); // places in four bytes
        return Join(tables);
    }

    private static ReadOnlySpan<byte> Outline(TrueTypeFont font, int glyph) => font.Table("glyf")[Place(font, glyph)..Place(font, glyph + 1)];

    private static int Place(TrueTypeFont font, int glyph) => font.HasLongOffsets
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(font.Table("loca")[(4 * glyph)..])
        : BinaryPrimitives.ReadUInt16BigEndian(font.Table("loca")[(2 * glyph)..]) * 2;

    // A letter with an accent is put together of glyphs that nobody wrote.
    private static HashSet<int> WithParts(TrueTypeFont font, IEnumerable<int> used)
    {
        var kept = new HashSet<int>(used) { 0 };
        var waiting = new Queue<int>(kept);
        while (waiting.TryDequeue(out var glyph))
        {
            foreach (var part in PartsOf(Outline(font, glyph)).Where(kept.Add))
            {
                waiting.Enqueue(part);
            }
        }
        return kept;
    }

    private static List<int> PartsOf(ReadOnlySpan<byte> outline)
    {
        var parts = new List<int>();
        if (outline.Length <= ShortestHeader || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return parts;
        }
        for (var (at, flags) = (ShortestHeader, HasMoreParts); (flags & HasMoreParts) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & HasOffsetsInWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        return parts;
    }

    private static byte[] Join(SortedDictionary<string, byte[]> tables)
    {
        var file = new MemoryStream();
        var log = BitOperations.Log2((uint)tables.Count);
        Write32(file, 0x00010000);
        Write32(file, ((uint)tables.Count << 16) | (16u << log));
        Write32(file, ((uint)log << 16) | (uint)((16 * tables.Count) - (16 << log)));
        var start = 12 + (16 * tables.Count);
        foreach (var (name, data) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            Write32(file, Sum(data));
            Write32(file, (uint)start);
            Write32(file, (uint)data.Length);
            start += (data.Length + 3) & ~3;
        }
        foreach (var data in tables.Values)
        {
            file.Write(data);
            Pad(file);
        }
        return file.ToArray();
    }

    private static uint Sum(byte[] data)
    {
        var sum = 0u;
        for (var i = 0; i < data.Length; i++)
        {
            sum += (uint)data[i] << (24 - (8 * (i % 4)));
        }
        return sum;
    }

    private static void Pad(MemoryStream file)
    {
        while (file.Length % 4 != 0)
        {
            file.WriteByte(0);
        }
    }

    private static void Write32(MemoryStream file, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        file.Write(bytes);
    }
}
