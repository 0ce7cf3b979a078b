using System.Text.Json.Nodes;

namespace SaleAuto.OpenApi;

/// <summary>Pieces of JSON Schema (2020-12) as OpenAPI 3.1 has them.</summary>
internal static class Schema
{
    public static JsonObject Ref(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    public static JsonObject Text(string? description = null, int? maxLength = null, string? format = null, string? pattern = null) =>
        Described(new JsonObject { ["type"] = "string" }, description).With("format", format).With("maxLength", maxLength).With("pattern", pattern);

    public static JsonObject Id(string? description = null) => Text(description, format: "uuid");

    public static JsonObject Moment(string? description = null) => Text(description, format: "date-time");

    public static JsonObject Flag(string? description = null) => Described(new JsonObject { ["type"] = "boolean" }, description);

    public static JsonObject Whole(string? description = null, decimal? least = null, decimal? most = null) =>
        Described(new JsonObject { ["type"] = "integer" }, description).With("minimum", least).With("maximum", most);

    public static JsonObject OneOf(IEnumerable<string> choices, string? description = null) =>
        Described(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(x => (JsonNode)x)]) }, description);

    public static JsonObject ListOf(JsonObject items, string? description = null, int? most = null) =>
        Described(new JsonObject { ["type"] = "array", ["items"] = items }, description).With("maxItems", most);

    /// <summary>An object; the properties named with an asterisk are always there.</summary>
    public static JsonObject Object(string? description, params (string Name, JsonObject Schema)[] properties)
    {
        var schema = Described(new JsonObject { ["type"] = "object" }, description);
        var required = properties.Where(x => x.Name.EndsWith('*')).Select(x => (JsonNode)x.Name.TrimEnd('*')).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }
        schema["properties"] = new JsonObject(properties.Select(x => KeyValuePair.Create(x.Name.TrimEnd('*'), (JsonNode?)x.Schema)));
        return schema;
    }

    /// <summary>The same, or null.</summary>
    public static JsonObject OrNull(this JsonObject schema)
    {
        if (schema["$ref"] is not null)
        {
            return new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }
        schema["type"] = new JsonArray((string)schema["type"]!, "null");
        if (schema["enum"] is JsonArray choices)
        {
            choices.Add(null);
        }
        return schema;
    }

    /// <summary>Adds a property unless it is null.</summary>
    public static JsonObject With(this JsonObject schema, string name, JsonNode? value)
    {
        if (value is not null)
        {
            schema[name] = value;
        }
        return schema;
    }

    private static JsonObject Described(JsonObject schema, string? description) => schema.With("description", description);
}
