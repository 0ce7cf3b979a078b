using System.Text.Json;
using SaleAuto.Errors;

namespace SaleAuto.LowCode;

/// <summary>Values of some fields by field name, read to their types. What is not named is not changed.</summary>
public sealed class ResourceInput
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<InputError> _errors = [];

    /// <summary>Names of the fields given.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Values that could not be read, each with the code of its reason.</summary>
    public IReadOnlyList<InputError> Errors => _errors;

    /// <summary>Whether the field is given.</summary>
    public bool Has(string field) => _values.ContainsKey(field);

    /// <summary>Value of the field; null when empty or not given. Lines are lists of inputs.</summary>
    public object? this[string field]
    {
        get => _values.GetValueOrDefault(field);
        set => _values[field] = value;
    }

    /// <summary>Leaves a field out.</summary>
    public void Remove(string field) => _values.Remove(field);

    /// <summary>Reads JSON: unknown names and wrong types are errors.</summary>
    public static ResourceInput FromJson(JsonElement json, IEnumerable<FieldModel> fields) => InputReader.FromJson(json, fields);

    /// <summary>
    /// Reads a posted form or the cells of an import. An empty text is no value. A checkbox is given as "true" or "false" (the form posts a hidden "false" before it).
    /// Lines are posted as <c>lines[0].name</c>. Names that are no fields are passed over. Numbers, days and moments are read in the current culture and in the machine's
    /// notation; moments without an offset are in <paramref name="zone"/>.
    /// </summary>
    public static ResourceInput FromForm(IEnumerable<KeyValuePair<string, string?>> form, IEnumerable<FieldModel> fields, TimeZoneInfo zone) =>
        InputReader.FromForm(form, fields, zone);

    internal void Refuse(string field, string code) => _errors.Add(new InputError(field, code));
}
