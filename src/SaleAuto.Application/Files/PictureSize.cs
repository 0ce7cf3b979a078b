using System.Buffers.Binary;

namespace SaleAuto.Files;

/// <summary>Reads width and height of a picture without decoding it.</summary>
internal static class PictureSize
{
    /// <summary>Pixels, or null when the file does not tell.</summary>
    public static (int Width, int Height)? Find(ReadOnlySpan<byte> picture, string contentType)
    {
        var size = contentType switch
        {
            "image/jpeg" => OfJpeg(picture),
            "image/png" when picture.Length >= 24 => (ReadInt(picture[16..]), ReadInt(picture[20..])),
            "image/webp" when picture.Length >= 30 => OfWebp(picture[12..]),
            "image/heic" => OfHeic(picture),
            _ => null,
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> picture)
    {
        for (var place = 2; place + 9 < picture.Length && picture[place] == 0xFF;)
        {
            var marker = picture[place + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) // start of frame
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(picture[(place + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(picture[(place + 5)..]));
            }
            place += marker is 0xFF ? 1 : marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(picture[(place + 2)..]);
        }
        return null;
    }

    private static (int Width, int Height)? OfWebp(ReadOnlySpan<byte> chunk)
    {
        if (chunk.StartsWith("VP8X"u8))
        {
            return (1 + (chunk[12] | chunk[13] << 8 | chunk[14] << 16), 1 + (chunk[15] | chunk[16] << 8 | chunk[17] << 16));
        }
        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        }
        return chunk.StartsWith("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3FFF)
            : null;
    }

    // A HEIC file names the size of each tile and of the whole; the whole is the largest.
    private static (int Width, int Height)? OfHeic(ReadOnlySpan<byte> picture)
    {
        (int Width, int Height)? largest = null;
        for (var from = 0; picture[from..].IndexOf("ispe"u8) is var found and >= 0; from += found + 4)
        {
            var box = picture[(from + found + 4)..];
            if (box.Length >= 12 && ReadInt(box[4..]) is var width && ReadInt(box[8..]) is var height && width is > 0 and < 100_000 && height is > 0 and < 100_000
                && (largest is null || (long)width * height > (long)largest.Value.Width * largest.Value.Height))
            {
                largest = (width, height);
            }
        }
        return largest;
    }

    private static int ReadInt(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);
}
