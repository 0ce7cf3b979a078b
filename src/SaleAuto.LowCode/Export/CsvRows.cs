using System.Text;

namespace SaleAuto.LowCode;

/// <summary>Rows as CSV: semicolons, UTF-8 with a byte order mark, RFC 4180 quotes.</summary>
internal sealed class CsvRows(Stream output, ExportValues values) : RowsWriter
{
    private readonly StringBuilder _text = new();
    private IReadOnlyList<ExportColumn> _columns = [];

    public override async Task StartAsync(IReadOnlyList<ExportColumn> columns, CancellationToken cancellationToken)
    {
        _columns = columns;
        await output.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        CsvText.AppendRow(_text, columns.Select(c => FormulaText.Escape(c.Heading)));
    }

    public override ValueTask WriteAsync(ResourceRow row, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (i > 0)
            {
                _text.Append(CsvText.Separator);
            }
            var text = values.Text(row.Values[i], row.Labels[i]);
            CsvText.Append(_text, MayBeFormula(_columns[i].Kind, row.Values[i]) ? FormulaText.Escape(text) : text);
        }
        _text.Append("\r\n");
        return _text.Length < BufferSize ? ValueTask.CompletedTask : new ValueTask(SendAsync(cancellationToken));
    }

    public override Task FinishAsync(CancellationToken cancellationToken) => SendAsync(cancellationToken);

    // A canonical phone is a plus and digits, a number is a number.
    private static bool MayBeFormula(FieldKind kind, object? value) => value is Guid or Enum || (value is string && kind != FieldKind.Phone);

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(_text.ToString()), cancellationToken);
        _text.Clear();
        await output.FlushAsync(cancellationToken);
    }
}
