using System.Globalization;

namespace SaleAuto.LowCode;

/// <summary>Turns rows of a table into inputs of a resource. Made for one run: what a lookup's text stands for is remembered.</summary>
public sealed class ImportReader
{
    /// <summary>Code of a text that no row of the lookup's target bears.</summary>
    public const string LookupNotFound = "SaleAuto:Imports:LookupNotFound";

    /// <summary>Code of a text that several rows of the lookup's target bear.</summary>
    public const string LookupAmbiguous = "SaleAuto:Imports:LookupAmbiguous";

    private const int MostRemembered = 20_000;

    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en")];

    private readonly ResourceModel _resource;
    private readonly IReadOnlyList<FieldModel?> _mapping;
    private readonly List<FieldModel> _fields;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<Type, Dictionary<string, string>> _enums = [];
    private readonly Dictionary<(FieldModel, string), IReadOnlyList<LookupItem>> _lookups = [];

    /// <summary>A reader for one table.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="mapping">Field of each column, null for columns that are passed over.</param>
    /// <param name="texts">Names of enum values in both languages.</param>
    /// <param name="zone">Zone of moments without an offset.</param>
    public ImportReader(ResourceModel resource, IReadOnlyList<FieldModel?> mapping, IResourceTexts texts, TimeZoneInfo zone)
    {
        (_resource, _mapping, _zone) = (resource, mapping, zone);
        _fields = [.. mapping.OfType<FieldModel>().Where(f => f.Input is not null)];
        foreach (var type in _fields.Where(f => f.ClrType.IsEnum).Select(f => f.ClrType).Distinct())
        {
            _enums[type] = NamesOf(type, texts);
        }
    }

    /// <summary>Reads a row. Faults are in the errors of the input, by property name.</summary>
    public async Task<ResourceInput> ReadAsync(string[] cells, IResourceReader reader, CancellationToken cancellationToken)
    {
        var values = new List<KeyValuePair<string, string?>>();
        var lookups = new List<(FieldModel Field, string Text)>();
        for (var i = 0; i < _mapping.Count && i < cells.Length; i++)
        {
            if (_mapping[i] is not { Input: not null } field)
            {
                continue;
            }
            var text = cells[i].Trim();
            if (field.Kind == FieldKind.Lookup && text.Length > 0 && !Guid.TryParse(text, out _))
            {
                lookups.Add((field, text));
            }
            else if (field.Kind == FieldKind.Images)
            {
                values.AddRange(text.Split((char[]?)null).Select(id => KeyValuePair.Create(field.Name, (string?)id)));
            }
            else
            {
                values.Add(KeyValuePair.Create(field.Name, (string?)Machine(field, text)));
            }
        }
        var input = ResourceInput.FromForm(values, _fields, _zone);
        foreach (var (field, text) in lookups.OrderBy(x => x.Field.Reference!.DependsOn.Count))
        {
            await ResolveAsync(input, field, text, reader, cancellationToken);
        }
        return input;
    }

    /// <summary>The text of a key field as filters read it.</summary>
    public string KeyText(FieldModel field, string text) => Machine(field, text.Trim());

    private string Machine(FieldModel field, string text) =>
        field.ClrType.IsEnum && _enums.TryGetValue(field.ClrType, out var names) && names.TryGetValue(text, out var name) ? name : text;

    private async Task ResolveAsync(ResourceInput input, FieldModel field, string text, IResourceReader reader, CancellationToken cancellationToken)
    {
        var narrowing = field.Reference!.DependsOn.Keys.ToDictionary(name => name, name => Convert.ToString(input[name], CultureInfo.InvariantCulture) ?? "");
        var found = await FindAsync(field, text, narrowing, reader, cancellationToken);
        if (found.Count == 1)
        {
            input[field.Name] = found[0].Id;
            return;
        }
        input[field.Name] = null;
        input.Refuse(field.Input!.PropertyName, found.Count == 0 ? LookupNotFound : LookupAmbiguous);
    }

    private async Task<IReadOnlyList<LookupItem>> FindAsync(
        FieldModel field, string text, Dictionary<string, string> narrowing, IResourceReader reader, CancellationToken cancellationToken)
    {
        var key = (field, $"{text}\n{string.Join('\n', narrowing.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value))}");
        if (_lookups.TryGetValue(key, out var known))
        {
            return known;
        }
        var offered = await reader.LookupAsync(_resource, field, null, text, narrowing, cancellationToken);
        IReadOnlyList<LookupItem> found = [.. offered.Where(x => string.Equals(x.Label.Trim(), text, StringComparison.OrdinalIgnoreCase))];
        if (_lookups.Count < MostRemembered)
        {
            _lookups[key] = found;
        }
        return found;
    }

    private static Dictionary<string, string> NamesOf(Type type, IResourceTexts texts)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in Languages)
            {
                CultureInfo.CurrentUICulture = language;
                foreach (Enum value in Enum.GetValues(type))
                {
                    names.TryAdd(texts.NameOf(value), value.ToString());
                }
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
        return names;
    }
}
