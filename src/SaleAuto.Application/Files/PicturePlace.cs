using System.Buffers.Binary;
using System.Text;

namespace SaleAuto.Files;

/// <summary>
/// Removes the place where a picture was taken: a photo of a car at its owner's gate tells where the owner lives. The rest (turn, camera, time) stays.
/// Bytes are blanked where they stand, so that nothing else in the file moves.
/// </summary>
internal static class PicturePlace
{
    private const ushort GpsTag = 0x8825;
    private const int EntrySize = 12;

    /// <summary>Blanks coordinates in Exif blocks (JPEG, PNG, WebP, HEIC; also of pictures inside the picture) and in XMP texts.</summary>
    public static void Remove(Span<byte> picture)
    {
        foreach (var mark in (ReadOnlySpan<string>)["Exif\0\0", "EXIF", "eXIf"])
        {
            ForEach(picture, Encoding.ASCII.GetBytes(mark), (all, place) => BlankExif(all, place + mark.Length));
        }
        ForEach(picture, "exif:GPS"u8, BlankXmp);
    }

    private delegate void Blank(Span<byte> all, int place);

    private static void ForEach(Span<byte> picture, ReadOnlySpan<byte> mark, Blank blank)
    {
        for (var from = 0; picture[from..].IndexOf(mark) is var found and >= 0; from += found + mark.Length)
        {
            blank(picture, from + found);
        }
    }

    // The TIFF header follows at once or after a size of four bytes.
    private static void BlankExif(Span<byte> all, int place)
    {
        foreach (var start in (ReadOnlySpan<int>)[place, place + 4, place + 6])
        {
            if (start + 8 <= all.Length && (all[start..].StartsWith<byte>([0x49, 0x49, 0x2A, 0x00]) || all[start..].StartsWith<byte>([0x4D, 0x4D, 0x00, 0x2A])))
            {
                BlankTiff(all[start..]);
                return;
            }
        }
    }

    private static void BlankTiff(Span<byte> tiff)
    {
        var isLittle = tiff[0] == 0x49;
        foreach (var entry in Entries(tiff, Number32(tiff[4..], isLittle), isLittle))
        {
            if (Number16(tiff[entry..], isLittle) != GpsTag)
            {
                continue;
            }
            var gps = Number32(tiff[(entry + 8)..], isLittle);
            foreach (var coordinate in Entries(tiff, gps, isLittle))
            {
                BlankValue(tiff, coordinate, isLittle);
            }
            if (gps + 2 <= tiff.Length)
            {
                tiff.Slice((int)gps, 2).Clear(); // a directory without entries
            }
        }
    }

    private static void BlankValue(Span<byte> tiff, int entry, bool isLittle)
    {
        int unit = Number16(tiff[(entry + 2)..], isLittle) switch { 3 => 2, 4 or 9 => 4, 5 or 10 => 8, _ => 1 };
        var length = Number32(tiff[(entry + 4)..], isLittle) * unit;
        var place = Number32(tiff[(entry + 8)..], isLittle);
        if (length > 4 && place + length <= tiff.Length)
        {
            tiff.Slice((int)place, (int)length).Clear();
        }
        tiff.Slice(entry, EntrySize).Clear();
    }

    private static List<int> Entries(ReadOnlySpan<byte> tiff, long directory, bool isLittle)
    {
        var entries = new List<int>();
        if (directory < 8 || directory + 2 > tiff.Length)
        {
            return entries;
        }
        var count = Number16(tiff[(int)directory..], isLittle);
        for (var i = 0; i < count && directory + 2 + (i + 1L) * EntrySize <= tiff.Length; i++)
        {
            entries.Add((int)directory + 2 + i * EntrySize);
        }
        return entries;
    }

    // exif:GPSLatitude="55,45.1N" or <exif:GPSLatitude>55,45.1N</exif:GPSLatitude>
    private static void BlankXmp(Span<byte> all, int place)
    {
        var start = all[place..].IndexOfAny((byte)'"', (byte)'\'', (byte)'>');
        if (start is < 0 or > 100)
        {
            return;
        }
        var opening = all[place + start];
        var value = all[(place + start + 1)..];
        var length = value.IndexOf(opening == (byte)'>' ? (byte)'<' : opening);
        if (length is > 0 and < 200)
        {
            value[..length].Fill((byte)'0');
        }
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static long Number32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
