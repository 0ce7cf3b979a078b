using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>Schema.org items out of the JSON-LD scripts of one page; references by @id are followed.</summary>
internal static class JsonLdItems
{
    public static List<SchemaItem> Read(IEnumerable<string> scripts)
    {
        var roots = new List<SchemaItem>();
        var byId = new Dictionary<string, SchemaItem>();
        foreach (var script in scripts)
        {
            foreach (var value in LenientJson.ParseAll(script))
            {
                Convert(value, roots, byId);
            }
        }
        return roots;
    }

    private static void Convert(JsonElement value, List<SchemaItem> into, Dictionary<string, SchemaItem> byId)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in value.EnumerateArray())
            {
                Convert(entry, into, byId);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            into.Add(ReadObject(value, byId));
        }
    }

    private static SchemaItem ReadObject(JsonElement json, Dictionary<string, SchemaItem> byId)
    {
        var id = json.TryGetProperty("@id", out var idValue) && idValue.ValueKind == JsonValueKind.String ? idValue.GetString() : null;
        if (id is not null && byId.TryGetValue(id, out var known) && json.EnumerateObject().Count() <= 2)
        {
            return known;
        }
        var item = new SchemaItem();
        foreach (var property in json.EnumerateObject())
        {
            AddValue(item, property.Name, property.Value, byId);
        }
        if (id is not null)
        {
            byId.TryAdd(id, item);
        }
        return item;
    }

    private static void AddValue(SchemaItem item, string name, JsonElement value, Dictionary<string, SchemaItem> byId)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var entry in value.EnumerateArray())
                {
                    AddValue(item, name, entry, byId);
                }
                break;
            case JsonValueKind.Object:
                item.Add(name, ReadObject(value, byId));
                break;
            case JsonValueKind.String when name == "@type":
                item.AddType(value.GetString());
                break;
            case JsonValueKind.String:
                item.Add(name, value.GetString()!);
                break;
            case JsonValueKind.Number:
                item.Add(name, value.GetRawText());
                break;
            default:
                break;
        }
    }
}
