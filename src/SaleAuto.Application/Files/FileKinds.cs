using System.IO.Compression;
using System.Text;

namespace SaleAuto.Files;

/// <summary>Finds the type of a file from its bytes. What is not on the list is not kept; pages and drawings that can carry script (HTML, SVG) are not on it.</summary>
internal static class FileKinds
{
    private const int TextSample = 64 * 1024;

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/webp"] = ".webp",
        ["image/heic"] = ".heic",
        ["application/pdf"] = ".pdf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["text/csv"] = ".csv",
        ["text/plain"] = ".txt",
    };

    /// <summary>Media type of the content, or null when it is none that is kept.</summary>
    /// <param name="content">A stream that can seek; left anywhere.</param>
    /// <param name="name">Tells a table from a plain text, which look alike.</param>
    public static string? Find(Stream content, string name)
    {
        Span<byte> head = stackalloc byte[16];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }
        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }
        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8))
        {
            return "image/webp";
        }
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8) && IsHeic(head.Slice(8, 4)))
        {
            return "image/heic";
        }
        if (head.StartsWith("%PDF-"u8))
        {
            return "application/pdf";
        }
        return head.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04]) ? FindOffice(content) : FindText(content, name);
    }

    /// <summary>The name without path and control characters, not too long, with the extension of the type.</summary>
    public static string Rename(string name, string contentType)
    {
        var bare = Path.GetFileName(name.Replace('\\', '/'));
        bare = string.Concat(bare.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))).Trim(' ', '.');
        var extension = Extensions[contentType];
        var given = Path.GetExtension(bare);
        var stem = given.Equals(extension, StringComparison.OrdinalIgnoreCase) || given.Equals(".jpeg", StringComparison.OrdinalIgnoreCase) && extension == ".jpg"
            ? bare[..^given.Length]
            : bare;
        stem = stem.Length == 0 ? "file" : stem;
        return string.Concat(stem.AsSpan(0, Math.Min(stem.Length, StoredFileConsts.MaxNameLength - extension.Length)), extension);
    }

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);

    // Documents with macros are refused: their parts are named.
    private static string? FindOffice(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var hasContentTypes = zip.GetEntry("[Content_Types].xml") is not null;
            if (!hasContentTypes || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }
            return zip.GetEntry("word/document.xml") is not null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : zip.GetEntry("xl/workbook.xml") is not null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string? FindText(Stream content, string name)
    {
        var type = Path.GetExtension(name).ToLowerInvariant() switch { ".csv" => "text/csv", ".txt" => "text/plain", _ => null };
        if (type is null)
        {
            return null;
        }
        content.Position = 0;
        var sample = new byte[TextSample];
        var text = sample.AsSpan(0, content.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false));
        var isUtf16 = text.StartsWith<byte>([0xFF, 0xFE]) || text.StartsWith<byte>([0xFE, 0xFF]);
        if (!isUtf16 && text.ContainsAnyInRange<byte>(0, 8))
        {
            return null;
        }
        var start = (isUtf16 ? Encoding.Unicode : Encoding.Latin1).GetString(text[..Math.Min(text.Length, 1024)]).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\t', '\r', '\n');
        return start.StartsWith('<') ? null : type;
    }
}
