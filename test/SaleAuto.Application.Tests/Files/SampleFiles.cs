using System.IO.Compression;
using System.Text;

namespace SaleAuto.Files;

/// <summary>Smallest files of each kind.</summary>
internal static class SampleFiles
{
    /// <summary>55°45′21″ as it stands in the Exif block of <see cref="JpegWithPlace"/>.</summary>
    public static readonly byte[] Latitude = [55, 0, 0, 0, 1, 0, 0, 0, 45, 0, 0, 0, 1, 0, 0, 0, 21, 0, 0, 0, 1, 0, 0, 0];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, .. Frame(640, 480), 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

    /// <summary>A photo that turns by its Exif block and tells where it was taken, in Exif and in XMP.</summary>
    public static byte[] JpegWithPlace { get; } =
    [
        0xFF, 0xD8, .. Segment([.. "Exif\0\0"u8, .. Tiff()]), .. Segment([.. "http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"55,45.35N\" dc:title=\"Kia\"/>"u8]),
        .. Frame(4000, 3000), 0xFF, 0xDA, 0, 2, 9, 9, 0xFF, 0xD9,
    ];

    public static byte[] Png { get; } = [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 64, 0, 0, 0, 32, 8, 2, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Webp { get; } = [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0];

    public static byte[] Heic { get; } =
        [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 3, 0];

    public static byte[] Pdf { get; } = [.. "%PDF-1.7\n%%EOF"u8];

    public static byte[] Docx { get; } = Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Xlsx { get; } = Zip("[Content_Types].xml", "xl/workbook.xml");

    public static byte[] XlsxWithMacros { get; } = Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin");

    public static byte[] Zip(params string[] names)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open(), Encoding.UTF8);
                part.Write("<x/>");
            }
        }
        return content.ToArray();
    }

    private static byte[] Segment(byte[] content) => [0xFF, 0xE1, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Frame(int width, int height) =>
        [0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];

    // IFD0: turn, and where the directory of the place is; that directory: hemisphere and latitude.
    private static byte[] Tiff() =>
    [
        0x49, 0x49, 0x2A, 0, 8, 0, 0, 0,
        2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0,
        2, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0, 2, 0, 5, 0, 3, 0, 0, 0, 68, 0, 0, 0, 0, 0, 0, 0,
        .. Latitude,
    ];
}
