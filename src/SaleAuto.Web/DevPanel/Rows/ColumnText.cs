using System.Globalization;
using System.Text.Json;

namespace SaleAuto.DevPanel;

/// <summary>Values of columns as text for editors and addresses, and back. Independent of the language.</summary>
internal static class ColumnText
{
    private const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFF";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Text of a value as the database handed it out; null for NULL.</summary>
    public static string? Format(ColumnInfo column, object? stored) => stored switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime moment => moment.ToString(MomentFormat, Plain),
        DateOnly day => day.ToString("yyyy-MM-dd", Plain),
        _ when column.Kind == ColumnKind.Choice => Enum.ToObject(column.ModelType, stored).ToString(),
        _ when column.Kind == ColumnKind.Json => JsonSerializer.Serialize(stored, stored.GetType(), JsonSerializerOptions.Web),
        IFormattable other => other.ToString(null, Plain),
        _ => stored.ToString(),
    };

    /// <summary>Reads what somebody typed.</summary>
    /// <param name="column">The column that it is for.</param>
    /// <param name="text">The text; never null.</param>
    /// <param name="value">The value of the property, for a parameter.</param>
    /// <param name="fault">Key of the text that says what is wrong.</param>
    public static bool TryRead(ColumnInfo column, string text, out object? value, out string? fault)
    {
        (value, fault) = (null, null);
        try
        {
            if (column.MaxLength is { } most && column.StoredType == typeof(string) && text.Length > most)
            {
                fault = "Fault.TooLong";
                return false;
            }
            value = column.Kind == ColumnKind.Choice ? ReadChoice(column, text) : ReadModelValue(column, text);
            return true;
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException or JsonException or InvalidCastException or NotSupportedException)
        {
            fault = column.Kind switch
            {
                ColumnKind.Json => "Fault.Json",
                ColumnKind.Choice => "Fault.Choice",
                _ => "Fault.Malformed",
            };
            return false;
        }
    }

    private static object ReadChoice(ColumnInfo column, string text) =>
        Enum.TryParse(column.ModelType, text, out var choice) && Enum.IsDefined(column.ModelType, choice) ? choice : throw new FormatException();

    private static object? ReadModelValue(ColumnInfo column, string text)
    {
        if (column.IsJsonStore)
        {
            JsonDocument.Parse(text).Dispose();
        }
        var stored = ReadStored(column.StoredType, text);
        return column.Converter is { } converter ? converter.ConvertFromProvider(stored) : stored;
    }

    private static object ReadStored(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(bool) => bool.Parse(text),
        _ when type == typeof(Guid) => Guid.Parse(text),
        _ when type == typeof(DateTime) => DateTime.Parse(text, Plain, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, Plain, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ when type == typeof(DateOnly) => DateOnly.Parse(text, Plain),
        _ when type == typeof(TimeOnly) => TimeOnly.Parse(text, Plain),
        _ when type == typeof(TimeSpan) => TimeSpan.Parse(text, Plain),
        _ when type == typeof(byte[]) => Convert.FromBase64String(text),
        _ when type == typeof(decimal) => decimal.Parse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, Plain),
        _ when type.IsPrimitive => Convert.ChangeType(text, type, Plain),
        _ => JsonSerializer.Deserialize(text, type, JsonSerializerOptions.Web) ?? throw new FormatException(),
    };
}
