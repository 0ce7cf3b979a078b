using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SaleAuto.Settings;

/// <summary>One field of a settings type: where it stands in the JSON of the group, and how people type it.</summary>
internal sealed class SettingField(SettingProperty property)
{
    private readonly IReadOnlyList<string> _path = [.. property.Path.Select(x => JsonNamingPolicy.CamelCase.ConvertName(x.Name))];
    private readonly Type? _element = SettingProperty.ElementOf(property.Leaf.PropertyType);

    /// <summary>Its path, such as <c>WorkingHours.OpensAt</c>.</summary>
    public string Name => property.Name;

    /// <summary>In what it is counted.</summary>
    public SettingUnit Unit { get; } = property.Find<UnitAttribute>()?.Unit ?? SettingUnit.None;

    /// <summary>The part of the screen that it stands in.</summary>
    public SectionAttribute? Section { get; } = property.Find<SectionAttribute>();

    /// <summary>Bounds of its number as typed; null where there are none.</summary>
    public (string Least, string Most)? Bounds { get; } = property.Find<RangeAttribute>() is { } range
        ? (Typed(range.Minimum, property), Typed(range.Maximum, property))
        : null;

    /// <summary>What is typed.</summary>
    public SettingKind Kind => Type switch
    {
        _ when _element is not null => SettingKind.List,
        _ when Type == typeof(bool) => SettingKind.Flag,
        _ when Type == typeof(TimeOnly) => SettingKind.Time,
        _ when Type == typeof(string) => SettingKind.Text,
        _ => SettingKind.Number,
    };

    private Type Type => property.Leaf.PropertyType;

    // A share of one is typed in hundredths.
    private decimal Scale => Unit == SettingUnit.Percent ? 100 : 1;

    /// <summary>Fields of a settings type.</summary>
    public static IReadOnlyList<SettingField> Of(Type type) => [.. SettingProperty.Of(type).Select(x => new SettingField(x))];

    /// <summary>The value as people type it.</summary>
    public string Read(JsonObject group)
    {
        JsonNode? node = group;
        foreach (var step in _path)
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
        foreach (var step in _path.SkipLast(1))
        {
            owner = (JsonObject)owner[step]!;
        }
        owner[_path[^1]] = value;
        return true;
    }

    private JsonNode? Parse(string typed)
    {
        if (_element is null)
        {
            return Parse(typed, Type);
        }
        var items = typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => Parse(x, _element)).ToList();
        return items.Contains(null) ? null : new JsonArray([.. items]);
    }

    private JsonNode? Parse(string typed, Type type)
    {
        if (type == typeof(string))
        {
            return JsonValue.Create(typed);
        }
        if (type == typeof(bool))
        {
            return bool.TryParse(typed, out var flag) ? JsonValue.Create(flag) : null;
        }
        if (type == typeof(TimeOnly))
        {
            return TimeOnly.TryParse(typed, CultureInfo.InvariantCulture, out var time) ? JsonSerializer.SerializeToNode(time, JsonSerializerOptions.Web) : null;
        }
        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var day) ? JsonSerializer.SerializeToNode(day, JsonSerializerOptions.Web) : null;
        }
        if (type == typeof(DayOfWeek))
        {
            return ParseWeekday(typed) is { } weekday ? JsonSerializer.SerializeToNode(weekday, JsonSerializerOptions.Web) : null;
        }
        return ParseNumber(typed) is not { } number ? null
            : type == typeof(int) ? (number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? JsonValue.Create((int)number) : null)
            : type == typeof(double) ? JsonValue.Create((double)number)
            : JsonValue.Create(number);
    }

    // In the reader's language or in English.
    private static DayOfWeek? ParseWeekday(string typed) => Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>()
        .FirstOrDefault(x => string.Equals(x.ToString(), typed, StringComparison.OrdinalIgnoreCase) || string.Equals(NameOf(x!.Value), typed, StringComparison.OrdinalIgnoreCase));

    private static string NameOf(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day);

    private decimal? ParseNumber(string typed)
    {
        var clean = string.Concat(typed.Where(x => !char.IsWhiteSpace(x))).Replace(',', '.').Replace('−', '-');
        return decimal.TryParse(clean, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number / Scale : null;
    }

    private string Text(JsonNode node) => (_element ?? Type) switch
    {
        var type when type == typeof(TimeOnly) => node.Deserialize<TimeOnly>(JsonSerializerOptions.Web).ToString("HH:mm", CultureInfo.InvariantCulture),
        var type when type == typeof(DayOfWeek) => NameOf(node.Deserialize<DayOfWeek>(JsonSerializerOptions.Web)),
        var type when type == typeof(int) || type == typeof(decimal) || type == typeof(double) => Typed(node.Deserialize<decimal>(JsonSerializerOptions.Web), property),
        _ => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString(),
    };

    private static string Typed(object number, SettingProperty property)
    {
        var scale = property.Find<UnitAttribute>()?.Unit == SettingUnit.Percent ? 100 : 1;
        return (Convert.ToDecimal(number, CultureInfo.InvariantCulture) * scale).ToString("0.##########", CultureInfo.InvariantCulture);
    }
}
