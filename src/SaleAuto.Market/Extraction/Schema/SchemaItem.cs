using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>A schema.org item, from JSON-LD or microdata alike: types and properties, whose values are texts or items.</summary>
internal sealed class SchemaItem
{
    private readonly Dictionary<string, List<object>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Types without the address of the vocabulary, in lower case.</summary>
    public List<string> Types { get; } = [];

    /// <summary>Where microdata stands on the page.</summary>
    public IElement? Element { get; init; }

    public IEnumerable<SchemaItem> Children => _values.Values.SelectMany(values => values).OfType<SchemaItem>();

    public void AddType(string? type)
    {
        foreach (var name in (type ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Types.Add(name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..].ToLowerInvariant());
        }
    }

    public void Add(string property, object value)
    {
        if (!_values.TryGetValue(property, out var values))
        {
            _values[property] = values = [];
        }
        values.Add(value);
    }

    public bool Is(params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (Types.Contains(type))
            {
                return true;
            }
        }
        return false;
    }

    public IEnumerable<SchemaItem> Items(string property) => _values.TryGetValue(property, out var values) ? values.OfType<SchemaItem>() : [];

    public SchemaItem? Item(string property) => Items(property).FirstOrDefault();

    /// <summary>First text of the first property that has one; of an item its value or name.</summary>
    public string? Text(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            if (!_values.TryGetValue(property, out var values))
            {
                continue;
            }
            foreach (var value in values)
            {
                var text = value as string ?? (value as SchemaItem)?.Text("value", "name", "@id");
                if (!string.IsNullOrWhiteSpace(text))
                {
                    return text.Trim();
                }
            }
        }
        return null;
    }
}
