namespace SaleAuto.LowCode;

/// <summary>A table of texts in a CSV or XLSX file, read row by row.</summary>
public abstract class TableFile : IAsyncDisposable
{
    /// <summary>Headings of the columns; a column without one is called by its place.</summary>
    public IReadOnlyList<string> Headers { get; private protected set; } = [];

    /// <summary>Opens a table: XLSX by its signature, CSV otherwise. Encoding and separator of a CSV are found out.</summary>
    /// <param name="content">The file; must be able to seek, and is disposed by the caller.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TableFileException">The file is no table, or beyond the bounds.</exception>
    public static async Task<TableFile> OpenAsync(Stream content, TableLimits limits, CancellationToken cancellationToken)
    {
        var signature = new byte[4];
        content.Position = 0;
        var isArchive = await content.ReadAtLeastAsync(signature, 4, throwOnEndOfStream: false, cancellationToken) == 4 && signature is [0x50, 0x4B, 0x03, 0x04];
        content.Position = 0;
        TableFile table = isArchive ? new XlsxTable(content, limits) : new CsvTable(content, limits);
        try
        {
            await table.ReadHeadersAsync(cancellationToken);
            return table;
        }
        catch
        {
            await table.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rows after the heading, each with as many cells as there are headings; rows without any text are passed over. May be called once.</summary>
    /// <exception cref="TableFileException">The file breaks off, or is beyond the bounds.</exception>
    public abstract IAsyncEnumerable<string[]> ReadAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    private protected abstract Task ReadHeadersAsync(CancellationToken cancellationToken);

    private protected static List<string> NameColumns(IReadOnlyList<string?> cells, TableLimits limits)
    {
        var count = cells.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1]))
        {
            count--;
        }
        if (count == 0 || count > limits.MaxColumns)
        {
            throw new TableFileException(count == 0 ? TableFault.Unreadable : TableFault.TooManyColumns);
        }
        return [.. cells.Take(count).Select((cell, i) => string.IsNullOrWhiteSpace(cell) ? $"#{i + 1}" : cell.Trim())];
    }
}

/// <summary>Bounds of a table.</summary>
/// <param name="MaxRows">Most rows after the heading.</param>
/// <param name="MaxColumns">Most columns.</param>
public sealed record TableLimits(int MaxRows, int MaxColumns);

/// <summary>A file that is no table that can be read.</summary>
public sealed class TableFileException(TableFault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    /// <summary>Why.</summary>
    public TableFault Fault { get; } = fault;
}

/// <summary>Why a table cannot be read.</summary>
public enum TableFault
{
    /// <summary>No table, or a broken one.</summary>
    Unreadable,

    /// <summary>More rows than allowed.</summary>
    TooManyRows,

    /// <summary>More columns than allowed.</summary>
    TooManyColumns,
}
