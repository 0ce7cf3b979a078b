using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SaleAuto.Times;

namespace SaleAuto.LowCode;

/// <summary>Reads inputs of all kinds to typed values; what cannot be read becomes an error of its field.</summary>
internal static partial class InputReader
{
    private const int MostLines = 200;

    public static ResourceInput FromJson(JsonElement json, IEnumerable<FieldModel> fields)
    {
        var input = new ResourceInput();
        if (json.ValueKind != JsonValueKind.Object)
        {
            input.Refuse("", LowCodeErrorCodes.Malformed);
            return input;
        }
        var known = fields.Where(f => f.Input is not null).ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!known.TryGetValue(property.Name, out var field))
            {
                input.Refuse(property.Name, LowCodeErrorCodes.Unknown);
            }
            else
            {
                Take(input, field, ReadJson(property.Value, field, out var value), value);
            }
        }
        return input;
    }

    public static ResourceInput FromForm(IEnumerable<KeyValuePair<string, string?>> form, IEnumerable<FieldModel> fields, TimeZoneInfo zone)
    {
        var input = new ResourceInput();
        var given = form.ToLookup(x => x.Key, x => x.Value, StringComparer.Ordinal);
        foreach (var field in fields.Where(f => f.Input is not null))
        {
            if (field.Kind == FieldKind.Lines)
            {
                ReadLines(input, field, given, zone);
            }
            else if (given.Contains(field.Name))
            {
                var texts = given[field.Name].ToList();
                Take(input, field, ReadTexts(texts, field, zone, out var value), value);
            }
        }
        return input;
    }

    /// <summary>Reads one text by the field's type.</summary>
    public static bool TryRead(string? text, FieldModel field, TimeZoneInfo zone, out object? value)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            value = null;
            return true;
        }
        value = Parse(text, field.ClrType, zone);
        return value is not null;
    }

    private static void Take(ResourceInput input, FieldModel field, bool isRead, object? value)
    {
        input[field.Name] = value;
        if (!isRead)
        {
            input.Refuse(field.Input!.PropertyName, LowCodeErrorCodes.Malformed);
        }
    }

    private static bool ReadTexts(List<string?> texts, FieldModel field, TimeZoneInfo zone, out object? value)
    {
        if (field.Kind != FieldKind.Images)
        {
            return TryRead(texts[^1], field, zone, out value); // a checkbox comes after its hidden "false"
        }
        var ids = new List<Guid>();
        foreach (var text in texts.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            if (!Guid.TryParse(text, out var id))
            {
                value = null;
                return false;
            }
            ids.Add(id);
        }
        value = ids;
        return true;
    }

    private static void ReadLines(ResourceInput input, FieldModel field, ILookup<string, string?> given, TimeZoneInfo zone)
    {
        var lines = new SortedDictionary<int, List<KeyValuePair<string, string?>>>();
        var isGiven = given.Contains(field.Name); // an empty marker says that all lines are gone
        foreach (var group in given)
        {
            if (LineName().Match(group.Key) is { Success: true } match && match.Groups[1].Value == field.Name
                && int.TryParse(match.Groups[2].Value, CultureInfo.InvariantCulture, out var place) && place < MostLines)
            {
                isGiven = true;
                if (!lines.TryGetValue(place, out var line))
                {
                    lines[place] = line = [];
                }
                line.AddRange(group.Select(v => KeyValuePair.Create(match.Groups[3].Value, v)));
            }
        }
        if (!isGiven)
        {
            return;
        }
        var inputs = new List<ResourceInput>();
        foreach (var line in lines.Values.Where(l => l.Exists(v => !string.IsNullOrWhiteSpace(v.Value))))
        {
            var read = FromForm(line, field.Lines, zone);
            Prefix(input, field, inputs.Count, read);
            inputs.Add(read);
        }
        input[field.Name] = inputs;
    }

    private static void Prefix(ResourceInput input, FieldModel field, int place, ResourceInput line)
    {
        foreach (var error in line.Errors)
        {
            input.Refuse($"{field.Input!.PropertyName}[{place}].{error.Field}", error.Code);
        }
    }

    private static bool ReadJson(JsonElement json, FieldModel field, out object? value)
    {
        value = null;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.String when field.ClrType == typeof(string):
                value = json.GetString() is { Length: > 0 } text ? text : null;
                return true;
            case JsonValueKind.String when field.ClrType is var type && type != typeof(bool) && !IsNumber(type):
                return TryRead(json.GetString(), field, TimeZoneInfo.Utc, out value);
            case JsonValueKind.Number when IsNumber(field.ClrType):
                value = json.TryGetDecimal(out var number) ? ToNumber(number, field.ClrType) : null;
                return value is not null;
            case JsonValueKind.True or JsonValueKind.False when field.ClrType == typeof(bool):
                value = json.GetBoolean();
                return true;
            case JsonValueKind.Array when field.Kind == FieldKind.Images:
                var ids = json.EnumerateArray().Select(x => x.ValueKind == JsonValueKind.String && x.TryGetGuid(out var id) ? id : (Guid?)null).ToList();
                value = ids.Where(x => x is not null).Select(x => x!.Value).ToList();
                return ids.TrueForAll(x => x is not null);
            case JsonValueKind.Array when field.Kind == FieldKind.Lines && json.GetArrayLength() <= MostLines:
                value = json.EnumerateArray().Select(line => FromJson(line, field.Lines)).ToList();
                return ((List<ResourceInput>)value).TrueForAll(line => line.Errors.Count == 0);
            default:
                return false;
        }
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(decimal) || type == typeof(double);

    private static object? ToNumber(decimal number, Type type)
    {
        if (type == typeof(decimal))
        {
            return number;
        }
        if (type == typeof(double))
        {
            return (double)number;
        }
        if (number != decimal.Truncate(number) || Math.Abs(number) > (type == typeof(long) ? long.MaxValue : type == typeof(int) ? int.MaxValue : short.MaxValue))
        {
            return null;
        }
        return type == typeof(int) ? (int)number : type == typeof(long) ? (long)number : (object)(short)number;
    }

    private static object? Parse(string text, Type type, TimeZoneInfo zone)
    {
        if (type == typeof(string))
        {
            return text;
        }
        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var named) && Enum.IsDefined(type, named) && !char.IsAsciiDigit(text[0]) ? named : null;
        }
        if (IsNumber(type))
        {
            return TryNumber(text, out var number) ? ToNumber(number, type) : null;
        }
        return type switch
        {
            _ when type == typeof(bool) => text.ToLowerInvariant() switch { "true" or "1" or "on" or "yes" or "да" => true, "false" or "0" or "off" or "no" or "нет" => false, _ => null },
            _ when type == typeof(Guid) => Guid.TryParse(text, out var id) ? id : null,
            _ when type == typeof(DateOnly) => TryDate(text, out var day) ? day : null,
            _ when type == typeof(DateTime) => TryMoment(text, zone, out var moment) ? moment : null,
            _ when type == typeof(TimeSpan) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
            _ => null,
        };
    }

    // Spaces of all widths part the thousands, as people type and as ru-RU prints.
    private static bool TryNumber(string text, out decimal number)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).TrimEnd('₽');
        return decimal.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            || decimal.TryParse(bare.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        || DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryMoment(string text, TimeZoneInfo zone, out DateTime moment)
    {
        moment = default;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read)
            && !DateTime.TryParse(text, CultureInfo.GetCultureInfo("ru-RU"), DateTimeStyles.None, out read))
        {
            return false;
        }
        if (read.Kind != DateTimeKind.Unspecified)
        {
            moment = read.ToUniversalTime();
            return true;
        }
        moment = zone.ToUtc(read);
        return true;
    }

    [GeneratedRegex(@"^(\w+)\[(\d{1,4})\]\.(\w+)$")]
    private static partial Regex LineName();
}
