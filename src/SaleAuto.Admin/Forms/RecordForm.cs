using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms;

/// <summary>A form as it is shown: of a new row, of a row, or of an action's dialog. Holds texts, not values: what could not be read is shown again as it was typed.</summary>
public sealed class RecordForm
{
    private readonly Dictionary<string, List<string>> _texts = new(StringComparer.Ordinal);

    /// <summary>The resource.</summary>
    public required ResourceModel Resource { get; init; }

    /// <summary>The action whose dialog it is; null for the row itself.</summary>
    public ActionModel? Action { get; init; }

    /// <summary>The row; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>What the row is called; null for a new one.</summary>
    public string? Label { get; init; }

    /// <summary>Fields that the person may see, in order.</summary>
    public required IReadOnlyList<FieldModel> Fields { get; init; }

    /// <summary>Version that the person saw; null where rows have none.</summary>
    public long? Version { get; set; }

    /// <summary>Names this opening of the form: sending it twice changes once.</summary>
    public required string Token { get; init; }

    /// <summary>Where to go after saving or giving up; null for the row itself.</summary>
    public string? Back { get; init; }

    /// <summary>What is wrong: path of the input (empty for the whole form) and sentence.</summary>
    public List<FormError> Errors { get; } = [];

    /// <summary>Fields that somebody else changed as well.</summary>
    public IReadOnlyList<FieldConflict> Conflicts { get; set; } = [];

    /// <summary>Exact texts of what the person saw at first, by input name.</summary>
    public List<KeyValuePair<string, string?>> Originals { get; set; } = [];

    /// <summary>How the rows that lookups point to are called.</summary>
    public IReadOnlyDictionary<Guid, string> Labels { get; set; } = new Dictionary<Guid, string>();

    /// <summary>Files of the form by id.</summary>
    public IReadOnlyDictionary<Guid, StoredFileDto> Files { get; set; } = new Dictionary<Guid, StoredFileDto>();

    /// <summary>Address that the form is sent to.</summary>
    public string Address => (Id, Action) switch
    {
        (null, _) => $"{AdminScreens.Home}/{Resource.Name}/new",
        ({ } id, null) => $"{AdminScreens.Home}/{Resource.Name}/{id}/edit",
        ({ } id, { } action) => $"{AdminScreens.Home}/{Resource.Name}/{id}/actions/{action.Path}",
    };

    /// <summary>Address of the lookups of its fields.</summary>
    public string LookupAddress => Action is null
        ? $"{AdminScreens.Home}/{Resource.Name}/lookup"
        : $"{AdminScreens.Home}/{Resource.Name}/lookup?action={Action.Path}";

    /// <summary>Where the row's own files are opened; null for a new row.</summary>
    public string? FilesAddress => Id is { } id ? $"{AdminScreens.Home}/{Resource.Name}/{id}/files" : null;

    /// <summary>Whether the field may be typed into here.</summary>
    public bool IsEditable(FieldModel field) => field.Input is { IsReadOnly: false } input && !(input.IsOnlyForCreation && Id is not null && Action is null);

    /// <summary>Fields by tab, in order; a form without tabs has one under null.</summary>
    public IReadOnlyList<FormTab> Tabs =>
        [.. Fields.GroupBy(f => f.Input?.Tab).Select(group => new FormTab(group.Key, [.. group], Errors.Count(e => group.Any(f => Belongs(e.Path, f.Name)))))];

    /// <summary>Text of an input; empty when it has none.</summary>
    public string Text(string name) => _texts.TryGetValue(name, out var texts) && texts.Count > 0 ? texts[^1] : "";

    /// <summary>All texts of an input that has several.</summary>
    public IReadOnlyList<string> Texts(string name) => _texts.TryGetValue(name, out var texts) ? [.. texts.Where(t => t.Length > 0)] : [];

    /// <summary>Takes over texts by input name.</summary>
    public void Fill(IEnumerable<KeyValuePair<string, string?>> texts)
    {
        foreach (var group in texts.GroupBy(x => x.Key, x => x.Value ?? "", StringComparer.Ordinal))
        {
            _texts[group.Key] = [.. group];
        }
    }

    /// <summary>Places of a child collection that have texts, in order.</summary>
    public IReadOnlyList<int> Places(string field) =>
        [.. _texts.Keys.Where(k => k.StartsWith($"{field}[", StringComparison.Ordinal))
            .Select(k => int.TryParse(k.AsSpan(field.Length + 1, Math.Max(0, k.IndexOf(']', StringComparison.Ordinal) - field.Length - 1)), out var place) ? place : -1)
            .Where(place => place >= 0).Distinct().Order()];

    /// <summary>The sentence at an input, or null.</summary>
    public string? ErrorOf(string name) => Errors.Find(e => e.Path == name)?.Text;

    /// <summary>The conflict of a field, or null.</summary>
    public FieldConflict? ConflictOf(string name) => Conflicts.FirstOrDefault(c => c.Field.Name == name);

    private static bool Belongs(string path, string field) => path == field || path.StartsWith($"{field}[", StringComparison.Ordinal);
}

/// <summary>Something wrong in a form.</summary>
/// <param name="Path">Name of the input; empty for the whole form.</param>
/// <param name="Text">The sentence.</param>
public sealed record FormError(string Path, string Text);

/// <summary>A tab of a form.</summary>
/// <param name="Name">Key of its caption; null for the first, unnamed one.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="ErrorCount">How many of its inputs are wrong.</param>
public sealed record FormTab(string? Name, IReadOnlyList<FieldModel> Fields, int ErrorCount);
