using System.Text.Encodings.Web;
using System.Text.Json;

namespace SaleAuto.LowCode;

/// <summary>Rows as a JSON array of objects: id, then fields by name with values as in the API.</summary>
internal sealed class JsonRows(Stream output) : RowsWriter
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private List<(JsonEncodedText Name, int Place)> _columns = [];

    public override Task StartAsync(IReadOnlyList<ExportColumn> columns, CancellationToken cancellationToken)
    {
        _columns = [.. columns.Select((c, i) => (JsonEncodedText.Encode(c.Name), i))];
        _json.WriteStartArray();
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ResourceRow row, CancellationToken cancellationToken)
    {
        _json.WriteStartObject();
        _json.WriteString("id"u8, row.Id);
        foreach (var (name, place) in _columns)
        {
            _json.WritePropertyName(name);
            JsonValues.Write(_json, row.Values[place]);
        }
        _json.WriteEndObject();
        return _json.BytesPending < BufferSize ? ValueTask.CompletedTask : new ValueTask(_json.FlushAsync(cancellationToken));
    }

    public override Task FinishAsync(CancellationToken cancellationToken)
    {
        _json.WriteEndArray();
        return _json.FlushAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        _json.Reset(Stream.Null); // an export that broke off must not be ended neatly
        return _json.DisposeAsync();
    }
}
