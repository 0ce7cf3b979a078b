namespace SaleAuto.LowCode;

/// <summary>Writes rows into a file of one kind; holds a few rows at a time.</summary>
internal abstract class RowsWriter : IAsyncDisposable
{
    /// <summary>Bytes that are gathered before they are written out.</summary>
    protected const int BufferSize = 64 * 1024;

    /// <summary>Writes what comes before the first row.</summary>
    public abstract Task StartAsync(IReadOnlyList<ExportColumn> columns, CancellationToken cancellationToken);

    /// <summary>Writes a row; its values and labels are parallel to the columns.</summary>
    public abstract ValueTask WriteAsync(ResourceRow row, CancellationToken cancellationToken);

    /// <summary>Writes the sums of all rows, below the last of them.</summary>
    public virtual ValueTask WriteTotalsAsync(ResourceRow totals, CancellationToken cancellationToken) => WriteAsync(totals, cancellationToken);

    /// <summary>Writes what comes after the last row.</summary>
    public abstract Task FinishAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A column of an exported file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Heading">Its caption, or its name in files for programs.</param>
internal sealed record ExportColumn(string Name, FieldKind Kind, string Heading);
