using System.Runtime.CompilerServices;
using System.Text;

namespace SaleAuto.LowCode;

/// <summary>A CSV file as spreadsheets write it: RFC 4180 with a separator and an encoding of their own choice.</summary>
internal sealed class CsvTable(Stream content, TableLimits limits) : TableFile
{
    private const int LongestCell = 100_000;
    private const int SampleSize = 64 * 1024;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _cell = new();
    private StreamReader? _reader;
    private char _separator;
    private int _length;
    private int _place;

    public override async IAsyncEnumerable<string[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        while (await ReadRecordAsync(cancellationToken) is { } record)
        {
            if (record.TrueForAll(string.IsNullOrWhiteSpace))
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
                row[i] = i < record.Count ? FormulaText.Unescape(record[i]) : "";
            }
            yield return row;
        }
    }

    public override ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override async Task ReadHeadersAsync(CancellationToken cancellationToken)
    {
        var sample = new byte[SampleSize];
        var length = await content.ReadAtLeastAsync(sample, SampleSize, throwOnEndOfStream: false, cancellationToken);
        var encoding = FindEncoding(sample.AsSpan(0, length));
        _separator = FindSeparator(encoding.GetString(sample, 0, length));
        content.Position = 0;
        _reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        Headers = NameColumns(await ReadRecordAsync(cancellationToken) ?? [], limits);
    }

    // Text that is not UTF-8 comes from an old Russian Windows. A character that the sample cuts in two is no fault.
    private static Encoding FindEncoding(ReadOnlySpan<byte> sample)
    {
        if (sample is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode;
        }
        if (sample is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode;
        }
        if (sample.Contains((byte)0))
        {
            throw new TableFileException(TableFault.Unreadable);
        }
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder().GetCharCount(sample, flush: false);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        }
    }

    private static char FindSeparator(string sample)
    {
        ReadOnlySpan<char> candidates = [';', ',', '\t'];
        Span<int> counts = stackalloc int[3];
        var isQuoted = false;
        foreach (var letter in sample)
        {
            if (letter == '\n' && !isQuoted)
            {
                break;
            }
            isQuoted ^= letter == '"';
            if (!isQuoted && candidates.IndexOf(letter) is var kind and >= 0)
            {
                counts[kind]++;
            }
        }
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates[best];
    }

    private async Task<List<string>?> ReadRecordAsync(CancellationToken cancellationToken)
    {
        var cells = new List<string>();
        var (isQuoted, isAny) = (false, false);
        while (_place < _length || await FillAsync(cancellationToken))
        {
            var letter = _buffer[_place++];
            isAny = true;
            if (isQuoted)
            {
                if (letter != '"')
                {
                    Append(letter);
                }
                else if ((_place < _length || await FillAsync(cancellationToken)) && _buffer[_place] == '"')
                {
                    _place++;
                    Append('"');
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (letter == '"' && _cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter == _separator)
            {
                End(cells);
            }
            else if (letter == '\n')
            {
                End(cells);
                return cells;
            }
            else if (letter != '\r')
            {
                Append(letter);
            }
        }
        if (!isAny)
        {
            return null;
        }
        End(cells);
        return cells;
    }

    private void Append(char letter)
    {
        if (_cell.Length == LongestCell)
        {
            throw new TableFileException(TableFault.Unreadable); // a quote that never closes
        }
        _cell.Append(letter);
    }

    private void End(List<string> cells)
    {
        if (cells.Count > limits.MaxColumns * 2)
        {
            throw new TableFileException(TableFault.TooManyColumns);
        }
        cells.Add(_cell.ToString());
        _cell.Clear();
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        (_length, _place) = (await _reader!.ReadAsync(_buffer, cancellationToken), 0);
        return _length > 0;
    }
}
