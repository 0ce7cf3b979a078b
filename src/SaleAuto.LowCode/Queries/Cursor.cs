using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SaleAuto.Errors;

namespace SaleAuto.LowCode;

/// <summary>Where a page begins: the sort keys of the last row before it. Opaque to callers, checked by type when it comes back.</summary>
internal static class Cursor
{
    private const int MaxLength = 2000;

    public static string Write(IReadOnlyList<ResolvedSort> sort, IReadOnlyList<object?> keys, bool isBackward)
    {
        var parts = new List<string?> { isBackward ? "<" : ">", Describe(sort) };
        parts.AddRange(keys.Select(Text));
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));
    }

    /// <summary>Reads the keys as texts; null where a key was empty.</summary>
    /// <exception cref="InputValidationException">It is broken, or belongs to another sort.</exception>
    public static (bool IsBackward, IReadOnlyList<string?> Keys) Read(string cursor, IReadOnlyList<ResolvedSort> sort)
    {
        try
        {
            var parts = cursor.Length > MaxLength ? null : JsonSerializer.Deserialize<List<string?>>(Base64Url.DecodeFromChars(cursor));
            if (parts is not null && parts.Count == sort.Count + 2 && parts[0] is "<" or ">" && parts![1] == Describe(sort))
            {
                return (parts[0] == "<", parts[2..]);
            }
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            // answered below like any other broken cursor
        }
        throw new InputValidationException("cursor", LowCodeErrorCodes.CursorMalformed);
    }

    /// <summary>The value that the database compares: enums by the name that it keeps, flags as numbers.</summary>
    public static object? ReadKey(string text, FieldModel field) => field.ClrType switch
    {
        { IsEnum: true } => text,
        var type when type == typeof(bool) => text == "1" ? 1 : 0,
        var type when type == typeof(DateTime) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at.ToUniversalTime() : null,
        _ => InputReader.TryRead(text, field, TimeZoneInfo.Utc, out var value) ? value : null,
    };

    private static string Describe(IReadOnlyList<ResolvedSort> sort)
    {
        var text = new StringBuilder();
        foreach (var item in sort)
        {
            text.Append(item.Descending ? '-' : '+').Append(item.Field.Name);
        }
        return text.ToString();
    }

    private static string? Text(object? key) => key switch
    {
        null => null,
        bool flag => flag ? "1" : "0",
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture),
    };
}
