using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SaleAuto.Auditing;

/// <summary>Writes fields before and after as JSON.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Values = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly JsonWriterOptions Writing = new() { Encoder = Values.Encoder };

    /// <summary>What really changed of a row; null when nothing did.</summary>
    public static string? Of(EntityEntry entry, EntityState state, AuditedType type)
    {
        var (before, after) = (state == EntityState.Added ? null : entry.OriginalValues, state == EntityState.Deleted ? null : entry.CurrentValues);
        return Write(type, before, after);
    }

    /// <summary>Fields that somebody names.</summary>
    public static string? Of(IReadOnlyDictionary<string, AuditChange>? changes)
    {
        if (changes is null or { Count: 0 })
        {
            return null;
        }
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        foreach (var (field, change) in changes)
        {
            WriteField(json, field, change.Before, change.After);
        }
        return Finish(json, buffer);
    }

    private static string? Write(AuditedType type, PropertyValues? before, PropertyValues? after)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Writing);
        var any = false;
        foreach (var told in type.Properties)
        {
            var was = before?[told.Property];
            var becomes = after?[told.Property];
            if (before is not null && after is not null ? told.Property.GetValueComparer().Equals(was, becomes) : (was ?? becomes) is null)
            {
                continue;
            }
            if (!any)
            {
                any = true;
                json.WriteStartObject();
            }
            WriteField(json, told.Name, was, becomes);
        }
        return any ? Finish(json, buffer) : null;
    }

    private static void WriteField(Utf8JsonWriter json, string field, object? before, object? after)
    {
        json.WriteStartObject(field);
        json.WritePropertyName("before");
        WriteValue(json, before);
        json.WritePropertyName("after");
        WriteValue(json, after);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case Guid id: json.WriteStringValue(id); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case DateTime moment: json.WriteStringValue(moment); break;
            case Enum name: json.WriteStringValue(name.ToString()); break;
            default: JsonSerializer.Serialize(json, value, value.GetType(), Values); break;
        }
    }

    private static string Finish(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer)
    {
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
