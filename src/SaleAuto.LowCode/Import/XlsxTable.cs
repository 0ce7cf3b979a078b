using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace SaleAuto.LowCode;

/// <summary>The first sheet of an Excel file. Numbers and days become texts in the machine's notation.</summary>
internal sealed class XlsxTable(Stream content, TableLimits limits) : TableFile
{
    private XlsxBook? _book;
    private XmlReader? _sheet;

    public override async IAsyncEnumerable<string[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        while (await ReadRowAsync(cancellationToken) is { } cells)
        {
            if (cells.TrueForAll(string.IsNullOrWhiteSpace))
            {
                continue;
            }
            if (++count > limits.MaxRows)
            {
                throw new TableFileException(TableFault.TooManyRows);
            }
            var row = new string[Headers.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = i < cells.Count ? cells[i] ?? "" : "";
            }
            yield return row;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _sheet?.Dispose();
        if (_book is not null)
        {
            await _book.DisposeAsync();
        }
    }

    private protected override async Task ReadHeadersAsync(CancellationToken cancellationToken)
    {
        try
        {
            _book = await XlsxBook.OpenAsync(content, cancellationToken);
            _sheet = await _book.OpenSheetAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw new TableFileException(TableFault.Unreadable, fault);
        }
        Headers = NameColumns(await ReadRowAsync(cancellationToken) ?? [], limits);
    }

    private async Task<List<string?>?> ReadRowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _sheet!.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_sheet is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    return await ReadCellsAsync();
                }
            }
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException)
        {
            throw new TableFileException(TableFault.Unreadable, fault);
        }
    }

    private async Task<List<string?>> ReadCellsAsync()
    {
        var cells = new List<string?>();
        if (_sheet!.IsEmptyElement)
        {
            return cells;
        }
        while (await _sheet.ReadAsync() && !(_sheet.NodeType == XmlNodeType.EndElement && _sheet.LocalName == "row"))
        {
            if (_sheet is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }
            var place = _sheet.GetAttribute("r") is { } reference ? ColumnOf(reference) : cells.Count;
            if (place < 0 || place >= limits.MaxColumns * 2)
            {
                throw new TableFileException(TableFault.TooManyColumns);
            }
            while (cells.Count <= place)
            {
                cells.Add(null);
            }
            cells[place] = await ReadCellAsync(_sheet.GetAttribute("t"), _sheet.GetAttribute("s"));
        }
        return cells;
    }

    private async Task<string?> ReadCellAsync(string? type, string? style)
    {
        if (_sheet!.IsEmptyElement)
        {
            return null;
        }
        string? raw = null;
        var text = new System.Text.StringBuilder();
        while (await _sheet.ReadAsync() && !(_sheet.NodeType == XmlNodeType.EndElement && _sheet.LocalName == "c"))
        {
            if (_sheet is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false })
            {
                raw = await ReadTextAsync();
            }
            else if (_sheet is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false })
            {
                text.Append(await ReadTextAsync());
            }
        }
        return type switch
        {
            "inlineStr" => text.ToString(),
            "s" => raw is null ? null : _book!.SharedText(int.Parse(raw, CultureInfo.InvariantCulture)),
            "b" => raw == "1" ? "true" : "false",
            "str" => raw,
            "e" => "",
            "d" => raw,
            _ => raw is null ? null : _book!.NumberText(raw, style),
        };
    }

    private async Task<string> ReadTextAsync()
    {
        var text = "";
        while (await _sheet!.ReadAsync() && _sheet.NodeType != XmlNodeType.EndElement)
        {
            text += _sheet.Value;
        }
        return text;
    }

    // "BC17" is column 54, counted from 0.
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }
        return column - 1;
    }
}
