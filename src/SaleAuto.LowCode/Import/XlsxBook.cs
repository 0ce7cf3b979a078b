using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SaleAuto.LowCode;

/// <summary>The parts of an Excel file that its first sheet needs. What unpacks to more than any honest table is refused.</summary>
internal sealed class XlsxBook : IAsyncDisposable
{
    private const int MostParts = 2000;
    private const long MostUnpacked = 400L * 1024 * 1024;
    private const int MostSharedLetters = 50_000_000;
    private const int LargestSmallPart = 8 * 1024 * 1024;

    private static readonly XmlReaderSettings Reading = new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _archive;
    private readonly List<string> _shared = [];
    private bool[] _isDate = [];
    private bool _is1904;
    private long _left = MostUnpacked;

    private XlsxBook(ZipArchive archive) => _archive = archive;

    /// <summary>Opens the file and reads texts and styles.</summary>
    public static async Task<XlsxBook> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var book = new XlsxBook(archive);
        try
        {
            if (archive.Entries.Count > MostParts)
            {
                throw new InvalidDataException("Too many parts");
            }
            await book.ReadStylesAsync(cancellationToken);
            await book.ReadSharedAsync(cancellationToken);
            return book;
        }
        catch
        {
            await book.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first sheet.</summary>
    public async Task<XmlReader> OpenSheetAsync(CancellationToken cancellationToken)
    {
        var workbook = await LoadAsync("xl/workbook.xml", cancellationToken) ?? throw new InvalidDataException("No workbook");
        var relations = await LoadAsync("xl/_rels/workbook.xml.rels", cancellationToken) ?? throw new InvalidDataException("No relations");
        _is1904 = workbook.Descendants().Any(x => x.Name.LocalName == "workbookPr" && (string?)x.Attribute("date1904") is "1" or "true");
        var id = (string?)workbook.Descendants().FirstOrDefault(x => x.Name.LocalName == "sheet")?.Attribute(Relations + "id");
        var target = (string?)relations.Root!.Elements().FirstOrDefault(x => (string?)x.Attribute("Id") == id)?.Attribute("Target") ?? throw new InvalidDataException("No sheet");
        var name = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        return XmlReader.Create(await OpenAsync(name, cancellationToken) ?? throw new InvalidDataException("No sheet"), Reading);
    }

    /// <summary>A text that cells share.</summary>
    public string SharedText(int place) => place >= 0 && place < _shared.Count ? _shared[place] : throw new FormatException("No such text");

    /// <summary>A number as a text, or a day or moment when its style says so.</summary>
    public string NumberText(string raw, string? style)
    {
        var number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (int.TryParse(style, CultureInfo.InvariantCulture, out var place) && place < _isDate.Length && place >= 0 && _isDate[place] && number is >= 0 and < 2_958_466)
        {
            var moment = DateTime.FromOADate(number + (_is1904 ? 1462 : 0));
            moment = new DateTime((moment.Ticks + (TimeSpan.TicksPerMillisecond * 5)) / (TimeSpan.TicksPerMillisecond * 10) * (TimeSpan.TicksPerMillisecond * 10), DateTimeKind.Unspecified);
            return number < 1 ? moment.TimeOfDay.ToString("c", CultureInfo.InvariantCulture)
                : moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        }
        return Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private async Task ReadStylesAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync("xl/styles.xml", cancellationToken) is not { } styles)
        {
            return;
        }
        var own = styles.Descendants().Where(x => x.Name.LocalName == "numFmt").ToDictionary(x => (int)x.Attribute("numFmtId")!, x => (string?)x.Attribute("formatCode") ?? "");
        _isDate = [.. styles.Descendants().Where(x => x.Name.LocalName == "cellXfs").Elements().Select(x => IsDate((int?)x.Attribute("numFmtId") ?? 0, own))];
    }

    private static bool IsDate(int format, Dictionary<int, string> own) =>
        own.TryGetValue(format, out var code) ? IsDate(code) : format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    // Letters of a day or a time, outside of quotes, colours and escapes.
    private static bool IsDate(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"' or '[':
                    var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                    var isSpan = code[i] == '[' && end == i + 2 && code[i + 1] is 'h' or 'H' or 'm' or 's';
                    if (isSpan)
                    {
                        return true;
                    }
                    i = end < 0 ? code.Length : end;
                    break;
                case '\\':
                    i++;
                    break;
                case 'd' or 'D' or 'y' or 'Y' or 'h' or 'H' or 's' or 'm' or 'M':
                    return true;
            }
        }
        return false;
    }

    private async Task ReadSharedAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync("xl/sharedStrings.xml", cancellationToken) is not { } stream)
        {
            return;
        }
        await using var part = stream;
        using var xml = XmlReader.Create(part, Reading);
        var text = new StringBuilder();
        var (letters, isPhonetic) = (0L, false);
        while (await xml.ReadAsync())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "rPh"):
                    isPhonetic = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "rPh"):
                    isPhonetic = false;
                    break;
                case (XmlNodeType.Element, "si") when xml.IsEmptyElement:
                    _shared.Add("");
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA, _) when !isPhonetic:
                    letters += xml.Value.Length;
                    text.Append(letters <= MostSharedLetters ? xml.Value : throw new InvalidDataException("Too many texts"));
                    break;
                case (XmlNodeType.EndElement, "si"):
                    cancellationToken.ThrowIfCancellationRequested();
                    _shared.Add(text.ToString());
                    text.Clear();
                    break;
            }
        }
    }

    private async Task<XDocument?> LoadAsync(string name, CancellationToken cancellationToken)
    {
        if (_archive.GetEntry(name)?.Length > LargestSmallPart)
        {
            throw new InvalidDataException("Too large a part");
        }
        if (await OpenAsync(name, cancellationToken) is not { } stream)
        {
            return null;
        }
        await using var part = stream;
        using var xml = XmlReader.Create(part, Reading);
        return await XDocument.LoadAsync(xml, LoadOptions.None, cancellationToken);
    }

    private async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) =>
        _archive.GetEntry(name) is { } entry ? new Bounded(await entry.OpenAsync(cancellationToken), this) : null;

    // What an entry says about its size may be a lie; what comes out of it counts.
    private sealed class Bounded(Stream inner, XlsxBook book) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }
            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            book._left -= read;
            return book._left >= 0 ? read : throw new InvalidDataException("Unpacks to too much");
        }
    }
}
