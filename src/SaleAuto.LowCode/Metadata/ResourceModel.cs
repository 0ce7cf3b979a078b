using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.LowCode;

/// <summary>Everything that a definition says, ready for use. Made once at start.</summary>
public abstract class ResourceModel
{
    /// <summary>Name of the field with the row's id; every resource has it.</summary>
    public const string IdName = "id";

    private Dictionary<string, FieldModel>? _byName;
    private bool? _dependsOnTime;
    private IReadOnlyList<string>? _searchGuards;

    /// <summary>Name in addresses: plural, kebab case, such as <c>call-tasks</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The definition class, named in faults.</summary>
    public required Type DefinitionType { get; init; }

    /// <summary>The entity.</summary>
    public required Type EntityType { get; init; }

    /// <summary>The input record; null when nothing is written but by actions.</summary>
    public Type? InputType { get; init; }

    /// <summary>Key under which the texts stand: <c>Leads</c> is the title, <c>Leads.One</c> one row, <c>Leads.Number</c> a field.</summary>
    public required string TextKey { get; init; }

    /// <summary>Permission to see it; those to create, update, delete, export and import hang under it.</summary>
    public required string Permission { get; init; }

    /// <summary>Place in the menu; null when only reached from other rows.</summary>
    public MenuModel? Menu { get; init; }

    /// <summary>Fields in screen order.</summary>
    public required IReadOnlyList<FieldModel> Fields { get; init; }

    /// <summary>The row's id: may be filtered and sorted by, is always read.</summary>
    public required FieldModel Id { get; init; }

    /// <summary>What a row is called: a number or a name.</summary>
    public required FieldModel Label { get; init; }

    /// <summary>Verbs on rows.</summary>
    public IReadOnlyList<ActionModel> Actions { get; init; } = [];

    /// <summary>Whether rows may be created by form, API and import.</summary>
    public bool CanCreate { get; init; }

    /// <summary>Whether rows may be edited.</summary>
    public bool CanUpdate { get; init; }

    /// <summary>Whether rows may be put into the trash.</summary>
    public bool CanDelete { get; init; }

    /// <summary>Whether there is a search over it.</summary>
    public bool CanSearch { get; init; }

    /// <summary>Whether the search over everything passes it by.</summary>
    public bool IsSearchedAlone { get; init; }

    /// <summary>Whether rows carry a version, so that stale saves are noticed.</summary>
    public bool HasVersion { get; init; }

    /// <summary>Whether deleted rows stay in the trash.</summary>
    public bool HasTrash { get; init; }

    /// <summary>Sort before anybody chose one.</summary>
    public required IReadOnlyList<SortItem> DefaultSort { get; init; }

    /// <summary>Board view, if any.</summary>
    public BoardModel? Board { get; init; }

    /// <summary>Calendar view, if any.</summary>
    public CalendarModel? Calendar { get; init; }

    /// <summary>Gallery view, if any.</summary>
    public GalleryModel? Gallery { get; init; }

    /// <summary>Rows of other resources on the detail page.</summary>
    public IReadOnlyList<RelatedModel> Related { get; init; } = [];

    /// <summary>What each role is held to.</summary>
    public IReadOnlyList<RowFilterModel> RowFilters { get; init; } = [];

    /// <summary>Fields that identify a row in an import that updates.</summary>
    public IReadOnlyList<FieldModel> ImportKeys { get; init; } = [];

    /// <summary>Rules over several input fields.</summary>
    public IReadOnlyList<InputRule> Rules { get; init; } = [];

    /// <summary>Name of the permission to create.</summary>
    public string CreatePermission => $"{Permission}.Create";

    /// <summary>Name of the permission to update.</summary>
    public string UpdatePermission => $"{Permission}.Update";

    /// <summary>Name of the permission to delete and restore.</summary>
    public string DeletePermission => $"{Permission}.Delete";

    /// <summary>Name of the permission to export.</summary>
    public string ExportPermission => $"{Permission}.Export";

    /// <summary>Name of the permission to import.</summary>
    public string ImportPermission => $"{Permission}.Import";

    /// <summary>Roles that have a permission when the program is delivered: full permission name to roles.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Roles that have the permission of an action when the program is delivered: full permission name to roles.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> ActionRoles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether a column is reckoned from the moment of the reading.</summary>
    internal bool DependsOnTime => _dependsOnTime ??= Fields.Any(f => f.Read?.Parameters.Any(p => p.Type == typeof(DateTime)) == true);

    /// <summary>Form fields in order.</summary>
    public IEnumerable<FieldModel> FormFields => Fields.Where(f => f.Input is not null);

    internal IReadOnlyList<SearchPart> SearchParts { get; init; } = [];

    /// <summary>Permissions that the search needs to look into the guarded text as well.</summary>
    internal IReadOnlyList<string> SearchGuards => _searchGuards ??= [.. SearchParts.Select(GuardOf).OfType<string>().Distinct()];

    /// <summary>The permission that a searched text needs: the one named with it, or that of the column which shows it.</summary>
    internal string? GuardOf(SearchPart part) => part.Permission
        ?? (Accessors.PropertyOf(part.Text) is { } property ? Fields.FirstOrDefault(f => f.Read is { } read && Accessors.PropertyOf(read)?.Name == property.Name)?.Permission : null);

    /// <summary>The field of that name, or null.</summary>
    public FieldModel? FindField(string name) =>
        (_byName ??= Fields.Append(Id).DistinctBy(f => f.Name).ToDictionary(f => f.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    /// <summary>The action of that name or path, or null.</summary>
    public ActionModel? FindAction(string name) => Actions.FirstOrDefault(a => a.Path == name || a.Name == name);

    /// <inheritdoc />
    public override string ToString() => Name;

    internal abstract object NewInput();

    internal abstract object InputOf(object entity);

    internal abstract Task<object> CreateAsync(IServiceProvider services, Guid id, object input, CancellationToken cancellationToken);

    internal abstract Task UpdateAsync(IServiceProvider services, object entity, object input, CancellationToken cancellationToken);

    internal abstract Task CheckDeletionAsync(IServiceProvider services, object entity, CancellationToken cancellationToken);

    internal abstract IQueryable Query(DbContext db);

    internal abstract Task<IReadOnlyList<Guid>> FillSearchTextsAsync(
        DbContext db, Searching.ISearchTextSource texts, Guid after, int most, CancellationToken cancellationToken);

    internal abstract Task<object?> FirstAsync(DbContext db, Expression query, CancellationToken cancellationToken);
}

/// <summary>One key of a sort.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Descending">Whether the largest comes first.</param>
public sealed record SortItem(string Field, bool Descending);

/// <summary>A text that the search looks into.</summary>
/// <param name="Text">Entity to text; run by the program when the row is saved.</param>
/// <param name="Permission">Permission that the search needs to look into it; null when it follows from the column.</param>
internal sealed record SearchPart(LambdaExpression Text, string? Permission);
