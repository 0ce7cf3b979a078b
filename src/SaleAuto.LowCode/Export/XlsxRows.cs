using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SaleAuto.LowCode;

/// <summary>Rows as an Excel table: typed cells, bold frozen heading with a filter, widths by kind. Written straight into the archive.</summary>
internal sealed class XlsxRows(Stream output, string title, ExportValues values) : RowsWriter
{
    private const int LongestCell = 32_767; // Excel's own limit

    private readonly MemoryStream _buffer = new();
    private readonly Gathered _gathered = new();
    private ZipArchive? _archive;
    private Stream? _sheet;
    private XmlWriter? _xml;
    private IReadOnlyList<ExportColumn> _columns = [];
    private int _rows;
    private int _totals;

    public override async Task StartAsync(IReadOnlyList<ExportColumn> columns, CancellationToken cancellationToken)
    {
        _columns = columns;
        _archive = await ZipArchive.CreateAsync(_gathered, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        foreach (var (name, content) in XlsxParts.Fixed(title))
        {
            await using var part = await _archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await part.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
        }
        _sheet = await _archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(cancellationToken);
        _xml = XmlWriter.Create(_buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        XlsxParts.StartSheet(_xml, columns);
        _xml.WriteStartElement("row");
        foreach (var column in columns)
        {
            WriteText(column.Heading, XlsxParts.HeadingStyle);
        }
        _xml.WriteEndElement();
    }

    public override ValueTask WriteAsync(ResourceRow row, CancellationToken cancellationToken)
    {
        _rows++;
        _xml!.WriteStartElement("row");
        for (var i = 0; i < _columns.Count; i++)
        {
            Write(_columns[i].Kind, row.Values[i], row.Labels[i]);
        }
        _xml.WriteEndElement();
        return _rows % 100 == 0 ? new ValueTask(SendAsync(cancellationToken)) : ValueTask.CompletedTask;
    }

    // Below the filter, so that sorting leaves them where they are.
    public override ValueTask WriteTotalsAsync(ResourceRow totals, CancellationToken cancellationToken)
    {
        _totals++;
        return WriteAsync(totals, cancellationToken);
    }

    public override async Task FinishAsync(CancellationToken cancellationToken)
    {
        XlsxParts.EndSheet(_xml!, _columns.Count, _rows - _totals + 1);
        await SendAsync(cancellationToken);
        await _sheet!.DisposeAsync();
        await _archive!.DisposeAsync(); // writes the directory of the archive
        await _gathered.SendAsync(output, cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        _xml?.Dispose();
        _buffer.Dispose();
        _gathered.Dispose();
        return ValueTask.CompletedTask; // an archive that broke off stays without its directory, so that nobody takes it for complete
    }

    private void Write(FieldKind kind, object? value, string? label)
    {
        switch (value)
        {
            case null:
                _xml!.WriteStartElement("c");
                _xml.WriteEndElement();
                break;
            case decimal or double or int or long or short:
                WriteNumber(Convert.ToString(value, CultureInfo.InvariantCulture)!, kind == FieldKind.Money ? XlsxParts.MoneyStyle : 0);
                break;
            case DateTime moment:
                WriteNumber(XlsxParts.Serial(values.Local(moment)), XlsxParts.MomentStyle);
                break;
            case DateOnly day:
                WriteNumber(XlsxParts.Serial(day.ToDateTime(TimeOnly.MinValue)), XlsxParts.DayStyle);
                break;
            case TimeSpan span:
                WriteNumber(span.TotalDays.ToString("R", CultureInfo.InvariantCulture), XlsxParts.SpanStyle);
                break;
            default:
                WriteText(values.Text(value, label), 0);
                break;
        }
    }

    private void WriteNumber(string number, int style)
    {
        _xml!.WriteStartElement("c");
        XlsxParts.WriteStyle(_xml, style);
        _xml.WriteElementString("v", number);
        _xml.WriteEndElement();
    }

    private void WriteText(string text, int style)
    {
        _xml!.WriteStartElement("c");
        _xml.WriteAttributeString("t", "inlineStr");
        XlsxParts.WriteStyle(_xml, style);
        _xml.WriteStartElement("is");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(XlsxParts.Clean(text.Length > LongestCell ? text[..LongestCell] : text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        _xml!.Flush();
        await _sheet!.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), cancellationToken);
        _buffer.SetLength(0);
        await _gathered.SendAsync(output, cancellationToken);
    }

    // The archive writes without waiting here and there, which a response does not allow: what it wrote is gathered and sent afterwards.
    private sealed class Gathered : MemoryStream
    {
        public override bool CanSeek => false; // what was sent cannot be gone back to

        public async ValueTask SendAsync(Stream output, CancellationToken cancellationToken)
        {
            await output.WriteAsync(GetBuffer().AsMemory(0, (int)base.Length), cancellationToken);
            SetLength(0);
        }
    }
}
