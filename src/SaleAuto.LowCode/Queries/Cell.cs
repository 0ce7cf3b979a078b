using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaleAuto.LowCode;

/// <summary>Reads one place of a result row, to a value or straight to JSON. Compiled once for each planned query.</summary>
internal sealed class Cell
{
    private readonly Func<DbDataReader, int, object> _read;
    private readonly Action<Utf8JsonWriter, DbDataReader, int> _write;
    private readonly int _ordinal;

    private Cell(int ordinal, Func<DbDataReader, int, object> read, Action<Utf8JsonWriter, DbDataReader, int> write) =>
        (_ordinal, _read, _write) = (ordinal, read, write);

    /// <summary>Makes the reader of a value.</summary>
    /// <param name="ordinal">Its place in the row.</param>
    /// <param name="type">Type of the value, without <see cref="Nullable{T}"/>.</param>
    /// <param name="mapping">How the database keeps the property; null for a computed value.</param>
    public static Cell Of(int ordinal, Type type, RelationalTypeMapping? mapping)
    {
        var read = mapping is null ? Computed(type) : Mapped(type, mapping);
        return new Cell(ordinal, read, Writer(type, mapping, read));
    }

    /// <summary>The value, null when there is none.</summary>
    public object? Read(DbDataReader reader) => reader.IsDBNull(_ordinal) ? null : _read(reader, _ordinal);

    /// <summary>Writes the value under the property name already written.</summary>
    public void Write(Utf8JsonWriter writer, DbDataReader reader)
    {
        if (reader.IsDBNull(_ordinal))
        {
            writer.WriteNullValue();
        }
        else
        {
            _write(writer, reader, _ordinal);
        }
    }

    private static Func<DbDataReader, int, object> Mapped(Type type, RelationalTypeMapping mapping)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var ordinal = Expression.Parameter(typeof(int));
        var method = mapping.GetDataReaderMethod();
        Expression value = Expression.Call(method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!), method, ordinal);
        value = mapping.CustomizeDataReaderExpression(value);
        if (mapping.Converter is { } converter)
        {
            if (value.Type != converter.ProviderClrType)
            {
                value = Expression.Convert(value, converter.ProviderClrType);
            }
            value = Expression.Invoke(converter.ConvertFromProviderExpression, value);
        }
        if ((Nullable.GetUnderlyingType(value.Type) ?? value.Type) != type && type.IsValueType)
        {
            value = Expression.Convert(value, type);
        }
        return Expression.Lambda<Func<DbDataReader, int, object>>(Expression.Convert(value, typeof(object)), reader, ordinal).Compile();
    }

    private static Func<DbDataReader, int, object> Computed(Type type) => type switch
    {
        { IsEnum: true } => (reader, i) => Enum.Parse(type, reader.GetString(i)),
        _ when type == typeof(string) => (reader, i) => reader.GetString(i),
        _ when type == typeof(Guid) => (reader, i) => reader.GetGuid(i),
        _ when type == typeof(bool) => (reader, i) => reader.GetBoolean(i),
        _ when type == typeof(int) => (reader, i) => reader.GetInt32(i),
        _ when type == typeof(long) => (reader, i) => reader.GetInt64(i),
        _ when type == typeof(short) => (reader, i) => reader.GetInt16(i),
        _ when type == typeof(decimal) => (reader, i) => reader.GetDecimal(i),
        _ when type == typeof(double) => (reader, i) => reader.GetDouble(i),
        _ when type == typeof(DateTime) => (reader, i) => DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc),
        _ when type == typeof(DateOnly) => (reader, i) => reader.GetFieldValue<DateOnly>(i),
        _ when type == typeof(TimeSpan) => (reader, i) => reader.GetFieldValue<TimeSpan>(i),
        _ => throw new NotSupportedException($"Computed values of type {type.Name} are not read"),
    };

    private static Action<Utf8JsonWriter, DbDataReader, int> Writer(Type type, RelationalTypeMapping? mapping, Func<DbDataReader, int, object> read)
    {
        if (type.IsEnum)
        {
            return EnumWriter(type, mapping, read);
        }
        if (mapping?.Converter is null)
        {
            switch (type)
            {
                case var _ when type == typeof(string):
                    return (writer, reader, i) => writer.WriteStringValue(reader.GetString(i));
                case var _ when type == typeof(Guid):
                    return (writer, reader, i) => writer.WriteStringValue(reader.GetGuid(i));
                case var _ when type == typeof(int):
                    return (writer, reader, i) => writer.WriteNumberValue(reader.GetInt32(i));
                case var _ when type == typeof(decimal):
                    return (writer, reader, i) => writer.WriteNumberValue(reader.GetDecimal(i));
                case var _ when type == typeof(bool):
                    return (writer, reader, i) => writer.WriteBooleanValue(reader.GetBoolean(i));
            }
        }
        return type == typeof(DateTime)
            ? (writer, reader, i) => writer.WriteStringValue(DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc))
            : (writer, reader, i) => JsonValues.Write(writer, read(reader, i));
    }

    private static Action<Utf8JsonWriter, DbDataReader, int> EnumWriter(Type type, RelationalTypeMapping? mapping, Func<DbDataReader, int, object> read)
    {
        if (mapping?.Converter?.ProviderClrType is { } provider && provider != typeof(string))
        {
            return (writer, reader, i) => JsonValues.Write(writer, read(reader, i));
        }
        var names = Enum.GetNames(type).ToDictionary(name => name, name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name)), StringComparer.Ordinal);
        return (writer, reader, i) => writer.WriteStringValue(names[reader.GetString(i)]);
    }
}

/// <summary>Values as they stand in the JSON of the API.</summary>
public static class JsonValues
{
    /// <summary>Writes a field's value: enums as camel case names, days as <c>2026-11-22</c>, moments as UTC ISO 8601, lines as arrays.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case Enum named:
                writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(named.ToString()));
                break;
            case DateTime moment:
                writer.WriteStringValue(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case IFormattable and (int or long or short):
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<Guid> ids:
                writer.WriteStartArray();
                foreach (var id in ids)
                {
                    writer.WriteStringValue(id);
                }
                writer.WriteEndArray();
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType(), JsonSerializerOptions.Web);
                break;
        }
    }
}
