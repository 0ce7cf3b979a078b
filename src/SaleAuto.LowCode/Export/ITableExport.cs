namespace SaleAuto.LowCode;

/// <summary>Tables that come from no resource, such as reports, as files that look like those of the lists.</summary>
public interface ITableExport
{
    /// <summary>Writes the table in the current language and the company's time.</summary>
    Task WriteAsync(ExportedTable table, ExportFormat format, bool decimalComma, Stream output, CancellationToken cancellationToken);
}

/// <summary>A table.</summary>
/// <param name="Title">Name of the sheet.</param>
/// <param name="Columns">Kind and caption of each column.</param>
/// <param name="Rows">Values parallel to the columns.</param>
/// <param name="Totals">Sums of all rows, written below them; null for none.</param>
public sealed record ExportedTable(string Title, IReadOnlyList<(FieldKind Kind, string Heading)> Columns, IReadOnlyList<object?[]> Rows, object?[]? Totals);

/// <inheritdoc cref="ITableExport" />
internal sealed class TableExport(IResourceTexts texts, ICompanyTime companyTime) : ITableExport
{
    public async Task WriteAsync(ExportedTable table, ExportFormat format, bool decimalComma, Stream output, CancellationToken cancellationToken)
    {
        var values = new ExportValues(forPrograms: false, decimalComma, texts, await companyTime.GetZoneAsync(cancellationToken));
        await using RowsWriter writer = format == ExportFormat.Csv ? new CsvRows(output, values) : new XlsxRows(output, table.Title, values);
        await writer.StartAsync([.. table.Columns.Select(x => new ExportColumn(x.Heading, x.Kind, x.Heading))], cancellationToken);
        foreach (var row in table.Rows)
        {
            await writer.WriteAsync(Row(row), cancellationToken);
        }
        if (table.Totals is { } totals)
        {
            await writer.WriteTotalsAsync(Row(totals), cancellationToken);
        }
        await writer.FinishAsync(cancellationToken);
    }

    private static ResourceRow Row(object?[] values) => new() { Id = Guid.Empty, Label = "", Values = values, Labels = new string?[values.Length] };
}
