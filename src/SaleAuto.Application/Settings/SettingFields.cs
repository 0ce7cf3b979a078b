using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SaleAuto.Settings;

/// <summary>One field of a settings type: where it stands in the JSON of the group, and how people type it.</summary>
internal sealed record SettingField(string Name, IReadOnlyList<string> Path, Type Type)
{
    /// <summary>What is typed.</summary>
    public SettingKind Kind => Type switch
    {
        _ when Type == typeof(bool) => SettingKind.Flag,
        _ when Type == typeof(TimeOnly) => SettingKind.Time,
        _ when Type == typeof(string) => SettingKind.Text,
        _ when Element is not null => SettingKind.List,
        _ => SettingKind.Number,
    };

    private Type? Element => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Type.GetGenericArguments()[0] : null;

    /// <summary>Fields of a settings type; records inside it are opened, records of other shapes are left to the program.</summary>
    public static IReadOnlyList<SettingField> Of(Type type) => [.. Of(type, [])];

    /// <summary>The value as people type it.</summary>
    public string Read(JsonObject group)
    {
        JsonNode? node = group;
        foreach (var step in Path)
        {
            node = node?[step];
        }
        return node switch
        {
            null => "",
            JsonArray list => string.Join(", ", list.Select(x => Text(x!))),
            _ => Text(node),
        };
    }

    /// <summary>Puts a typed value in its place.</summary>
    /// <returns>Whether it could be read.</returns>
    public bool TryWrite(JsonObject group, string typed)
    {
        if (Parse(typed.Trim()) is not { } value)
        {
            return false;
        }
        var owner = group;
        foreach (var step in Path.SkipLast(1))
        {
            owner = (JsonObject)owner[step]!;
        }
        owner[Path[^1]] = value;
        return true;
    }

    private JsonNode? Parse(string typed)
    {
        if (Element is not { } element)
        {
            return Parse(typed, Type);
        }
        var items = typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => Parse(x, element)).ToList();
        return items.Contains(null) ? null : new JsonArray([.. items]);
    }

    private static JsonNode? Parse(string typed, Type type)
    {
        if (type == typeof(string))
        {
            return JsonValue.Create(typed);
        }
        if (type == typeof(bool))
        {
            return bool.TryParse(typed, out var flag) ? JsonValue.Create(flag) : null;
        }
        if (type == typeof(int))
        {
            return int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;
        }
        if (type == typeof(decimal))
        {
            return decimal.TryParse(typed.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var sum) ? JsonValue.Create(sum) : null;
        }
        if (type == typeof(TimeOnly))
        {
            return TimeOnly.TryParse(typed, CultureInfo.InvariantCulture, out var time) ? JsonSerializer.SerializeToNode(time, JsonSerializerOptions.Web) : null;
        }
        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var day) ? JsonSerializer.SerializeToNode(day, JsonSerializerOptions.Web) : null;
        }
        return type == typeof(DayOfWeek) && Enum.TryParse<DayOfWeek>(typed, ignoreCase: true, out var weekday) && Enum.IsDefined(weekday)
            ? JsonSerializer.SerializeToNode(weekday, JsonSerializerOptions.Web)
            : null;
    }

    private string Text(JsonNode node) => (Element ?? Type) switch
    {
        var type when type == typeof(TimeOnly) => node.Deserialize<TimeOnly>(JsonSerializerOptions.Web).ToString("HH:mm", CultureInfo.InvariantCulture),
        var type when type == typeof(DayOfWeek) => node.Deserialize<DayOfWeek>(JsonSerializerOptions.Web).ToString(),
        _ => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString(),
    };

    private static IEnumerable<SettingField> Of(Type type, IReadOnlyList<string> above)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.SetMethod is not null))
        {
            IReadOnlyList<string> path = [.. above, JsonNamingPolicy.CamelCase.ConvertName(property.Name)];
            var field = new SettingField(string.Join('.', [.. above.Select(x => char.ToUpperInvariant(x[0]) + x[1..]), property.Name]), path, property.PropertyType);
            if (IsTyped(field))
            {
                yield return field;
            }
            else if (property.PropertyType == typeof(Calls.WorkingHours))
            {
                foreach (var inner in Of(property.PropertyType, path))
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsTyped(SettingField field) => (field.Element ?? field.Type) is var type
        && (type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(decimal)
            || type == typeof(TimeOnly) || type == typeof(DateOnly) || type == typeof(DayOfWeek));
}
