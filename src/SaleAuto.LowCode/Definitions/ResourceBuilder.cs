using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>Collects what a definition says. One statement shows one thing.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TInput">The input record.</typeparam>
public sealed partial class ResourceBuilder<TEntity, TInput>
    where TEntity : class
    where TInput : class
{
    private readonly Type _definition;
    private readonly List<FieldSpec> _fields = [];
    private readonly List<SortItem> _sort = [];
    private readonly List<InputRule> _rules = [];
    private readonly List<ActionSpec> _actions = [];
    private readonly List<SearchPart> _search = [];
    private readonly List<RowFilterModel> _rowFilters = [];
    private readonly List<RelatedModel> _related = [];
    private readonly List<string> _importKeys = [];
    private readonly Dictionary<string, List<string>> _roles = [];
    private string _name = Names.Kebab(Names.Plural(typeof(TEntity).Name));
    private string? _permission;
    private string? _label;
    private string? _tab;
    private MenuModel? _menu;
    private bool _isSearchedAlone;

    internal ResourceBuilder(Type definition)
    {
        _definition = definition;
        if (typeof(TInput) == typeof(TEntity))
        {
            WriteDirectly();
        }
    }

    private static bool IsPlain => typeof(TInput) == typeof(TEntity);

    /// <summary>Name in addresses, when the plural of the entity's name is not it.</summary>
    public void Name(string pluralKebabCase) => _name = pluralKebabCase;

    /// <summary>Place in the menu.</summary>
    public void Menu(string group, string icon, int order = 0) => _menu = new MenuModel(group, icon, order);

    /// <summary>Permission to see; <c>.Create</c>, <c>.Update</c>, <c>.Delete</c>, <c>.Export</c>, <c>.Import</c> hang under it. Roles named have it when the program is delivered.</summary>
    public void Permissions(string permission, params string[] roles)
    {
        _permission = permission;
        GrantTo("", roles);
    }

    /// <summary>Roles that have a further permission of the resource when the program is delivered: <c>Grant("Update", StaffRoles.Manager)</c>.</summary>
    public void Grant(string operation, params string[] roles) => GrantTo($".{operation}", roles);

    /// <summary>What a row is called in lookups and titles; without it the first text column is.</summary>
    public void Label(Expression<Func<TEntity, string?>> text)
    {
        Column(text);
        _label = Accessors.CamelCase(Accessors.PropertyOf(text)!.Name);
    }

    /// <summary>A column of the list and a line of the detail page.</summary>
    public ColumnBuilder<TValue> Column<TValue>(Expression<Func<TEntity, TValue>> value)
    {
        var property = Accessors.PropertyOf(value) ?? throw new ArgumentException($"{_definition.Name}: {value} is no property, give the column a name", nameof(value));
        return AddColumn<TValue>(Accessors.CamelCase(property.Name), value, isComputed: value.Body is not MemberExpression { Expression: ParameterExpression });
    }

    /// <summary>A column that SQL computes from the row.</summary>
    public ColumnBuilder<TValue> Column<TValue>(string name, Expression<Func<TEntity, TValue>> value) => AddColumn<TValue>(name, value, isComputed: true);

    /// <summary>A column that SQL computes from the row and the moment, UTC: whether something is late.</summary>
    public ColumnBuilder<TValue> Column<TValue>(string name, Expression<Func<TEntity, DateTime, TValue>> value) => AddColumn<TValue>(name, value, isComputed: true);

    /// <summary>A column that SQL computes from rows of another entity: a count, a sum, a nearest date.</summary>
    public ColumnBuilder<TValue> Rollup<TOther, TValue>(string name, Expression<Func<TEntity, IQueryable<TOther>, TValue>> value)
        where TOther : class => AddColumn<TValue>(name, value, isComputed: true);

    /// <summary>A column that SQL computes from rows of two other entities.</summary>
    public ColumnBuilder<TValue> Rollup<TOther1, TOther2, TValue>(string name, Expression<Func<TEntity, IQueryable<TOther1>, IQueryable<TOther2>, TValue>> value)
        where TOther1 : class
        where TOther2 : class => AddColumn<TValue>(name, value, isComputed: true);

    /// <summary>A column that SQL computes from rows of two other entities and the moment, UTC.</summary>
    public ColumnBuilder<TValue> Rollup<TOther1, TOther2, TValue>(string name, Expression<Func<TEntity, IQueryable<TOther1>, IQueryable<TOther2>, DateTime, TValue>> value)
        where TOther1 : class
        where TOther2 : class => AddColumn<TValue>(name, value, isComputed: true);

    /// <summary>Texts that the search looks into; kept beside the row in one spelling with one index. What a column shows to some people only is searched by them only.</summary>
    public void Search(params Expression<Func<TEntity, string?>>[] texts) => _search.AddRange(texts.Select(text => new SearchPart(text, null)));

    /// <summary>The search over everything passes these rows by; they are searched on their own page.</summary>
    public void SearchedAlone() => _isSearchedAlone = true;

    /// <summary>Texts that only the search of people with the permission looks into.</summary>
    public void SearchWith(string permission, params Expression<Func<TEntity, string?>>[] texts) => _search.AddRange(texts.Select(text => new SearchPart(text, permission)));

    /// <summary>A field that lists may be filtered by; there must be an index.</summary>
    public FilterBuilder Filter<TValue>(Expression<Func<TEntity, TValue>> value) =>
        AddFilter(Accessors.CamelCase(Accessors.PropertyOf(value)?.Name ?? throw new ArgumentException($"{_definition.Name}: name a column instead of {value}", nameof(value))), value);

    /// <summary>A computed column that lists may be filtered by.</summary>
    public FilterBuilder Filter(string column) => AddFilter(column, null);

    /// <summary>Form fields that follow stand on this tab.</summary>
    public void Tab(string name) => _tab = name;

    /// <summary>A field of the form; for an entity written directly also a column.</summary>
    public FieldBuilder<TInput, TValue> Field<TValue>(Expression<Func<TInput, TValue>> property)
    {
        var info = Accessors.PropertyOf(property) ?? throw new ArgumentException($"{_definition.Name}: {property} is no property of the input", nameof(property));
        var name = Accessors.CamelCase(info.Name);
        var spec = Spec(name, info.PropertyType);
        if (IsPlain && spec.Read is null)
        {
            (spec.Read, spec.InList, spec.InDetail) = (property, true, true);
        }
        spec.Property = info;
        spec.Tab = _tab;
        return new FieldBuilder<TInput, TValue>(spec);
    }

    /// <summary>Rows of a child collection, edited in place in the form.</summary>
    /// <param name="rows">The collection on the entity.</param>
    /// <param name="input">The collection on the input.</param>
    /// <param name="define">Names the fields of a child.</param>
    public void Lines<TChild, TChildInput>(
        Expression<Func<TEntity, IEnumerable<TChild>>> rows, Expression<Func<TInput, List<TChildInput>>> input, Action<LinesBuilder<TChild, TChildInput>> define)
        where TChild : class
        where TChildInput : class
    {
        var info = Accessors.PropertyOf(input)!;
        var spec = Spec(Accessors.CamelCase(info.Name), info.PropertyType);
        var lines = new LinesBuilder<TChild, TChildInput>();
        define(lines);
        (spec.Kind, spec.Read, spec.Property, spec.InDetail, spec.Tab) = (FieldKind.Lines, rows, info, true, _tab);
        spec.Lines = lines.Build($"{TextKey}.{info.Name}");
        spec.ToLines = given => LinesBuilder<TChild, TChildInput>.ToInputs(spec.Lines, given);
        var children = Accessors.OnFirstCall(rows);
        var copy = LinesBuilder<TChild, TChildInput>.Copying(spec.Lines);
        spec.LinesOf = entity => children((TEntity)entity).Select(copy).ToList();
    }

    /// <summary>A rule over several fields, with one message for server and screen.</summary>
    /// <param name="holds">Whether the input keeps it.</param>
    /// <param name="code">Error code, the key of the message.</param>
    /// <param name="fields">Names of the input's properties that the message stands at.</param>
    public void Rule(Func<TInput, bool> holds, string code, params string[] fields) =>
        _rules.Add(new InputRule(input => holds((TInput)input), code, fields));

    /// <summary>Fields that identify a row when an import updates.</summary>
    public void ImportKey<TValue>(params Expression<Func<TEntity, TValue>>[] fields)
    {
        foreach (var field in fields)
        {
            var name = Accessors.CamelCase(Accessors.PropertyOf(field)!.Name);
            _importKeys.Add(name);
            var spec = Spec(name, field.ReturnType);
            (spec.Read, spec.IsFilter) = (spec.Read ?? field, true); // rows are found by it
        }
    }

    /// <summary>Holds a role to the rows for which the condition on row and person holds; the sentence that explains it stands under the resource's key and <c>.RowFilter.role</c>.</summary>
    public void RowFilter(string role, Expression<Func<TEntity, Guid, bool>> condition) => AddRowFilter(role, condition);

    /// <summary>Holds a role to rows by means of another entity.</summary>
    public void RowFilter<TOther>(string role, Expression<Func<TEntity, Guid, IQueryable<TOther>, bool>> condition)
        where TOther : class => AddRowFilter(role, condition);

    /// <summary>Rows of another resource that point here, shown on the detail page.</summary>
    public void Related<TOther>(Expression<Func<TOther, object?>> lookup)
        where TOther : class => _related.Add(new RelatedModel(typeof(TOther), Accessors.CamelCase(Accessors.PropertyOf(lookup)!.Name)));

    /// <summary>A verb that asks nothing.</summary>
    public ActionBuilder<TEntity> Action(string name)
    {
        var spec = new ActionSpec(name);
        _actions.Add(spec);
        return new ActionBuilder<TEntity>(spec);
    }

    /// <summary>A verb that asks for an input first.</summary>
    public ActionBuilder<TEntity, TActionInput> Action<TActionInput>(string name)
        where TActionInput : class
    {
        var spec = new ActionSpec(name) { InputType = typeof(TActionInput), NewInput = Accessors.Constructor<TActionInput>() };
        _actions.Add(spec);
        return new ActionBuilder<TEntity, TActionInput>(spec);
    }

    private string TextKey => Names.Pascal(_name);

    private void AddRowFilter(string role, LambdaExpression condition) =>
        _rowFilters.Add(new RowFilterModel(role, condition, $"{TextKey}.RowFilter.{role}"));

    private void GrantTo(string suffix, string[] roles)
    {
        if (!_roles.TryGetValue(suffix, out var granted))
        {
            _roles[suffix] = granted = [];
        }
        granted.AddRange(roles);
    }

    private ColumnBuilder<TValue> AddColumn<TValue>(string name, LambdaExpression value, bool isComputed)
    {
        var spec = Spec(name, typeof(TValue));
        (spec.Read, spec.Type, spec.IsComputed, spec.InList, spec.InDetail) = (value, typeof(TValue), isComputed, true, true);
        return new ColumnBuilder<TValue>(spec, _sort);
    }

    private FilterBuilder AddFilter(string name, LambdaExpression? value)
    {
        var spec = Spec(name, value?.ReturnType ?? typeof(object));
        spec.Read ??= value;
        spec.IsFilter = spec.IsMainFilter = true;
        return new FilterBuilder(spec);
    }

    private FieldSpec Spec(string name, Type type)
    {
        var spec = _fields.Find(f => f.Name == name);
        if (spec is null)
        {
            spec = new FieldSpec(name, type);
            _fields.Add(spec);
        }
        return spec;
    }
}
