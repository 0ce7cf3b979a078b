using System.Text;
using System.Text.RegularExpressions;

namespace SaleAuto.Market;

/// <summary>Turns the bytes of a page into text. Saved and proxied pages often declare another charset than they are in, so a declaration must fit the bytes.</summary>
internal static partial class PageDecoder
{
    private const int DeclarationLength = 4096;

    public static string Decode(FetchedPage page)
    {
        var bytes = page.Body.Span;
        if (ByMark(bytes) is { } marked)
        {
            return marked.Encoding.GetString(bytes[marked.Length..]);
        }
        var declared = Declared(page.ContentType) ?? Declared(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]));
        if (System.Text.Unicode.Utf8.IsValid(bytes) && (declared is null or UTF8Encoding || bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF)))
        {
            return Encoding.UTF8.GetString(bytes);
        }
        var (letters, faults) = Utf8Evidence(bytes);
        if (letters > faults * 8) // a cut-off page has a fault or two
        {
            return Encoding.UTF8.GetString(bytes);
        }
        var meta = Declared(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]));
        var single = new[] { declared, meta }.FirstOrDefault(encoding => encoding is not null and not UTF8Encoding) ?? CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        return single.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? Declared(string? text)
    {
        if (text is null || Charset().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var name = match.Groups[1].Value;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name) switch
            {
                UTF8Encoding => Encoding.UTF8,
                { IsSingleByte: true } single => single,
                _ => null, // UTF-16 would have a mark, and the declaration could not have been read
            };
        }
        catch (ArgumentException)
        {
            return null; // an unknown name is no declaration
        }
    }

    private static (int Letters, int Faults) Utf8Evidence(ReadOnlySpan<byte> bytes)
    {
        var letters = 0;
        var faults = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == System.Buffers.OperationStatus.Done)
            {
                letters++;
            }
            else
            {
                faults++;
            }
            bytes = bytes[Math.Max(1, length)..];
        }
        return (letters, faults);
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9_\-:]{3,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
