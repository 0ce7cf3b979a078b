using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>Collects the figures of a dashboard.</summary>
public sealed class DashboardBuilder
{
    private readonly Type _definition;
    private readonly List<IWidgetSpec> _widgets = [];
    private readonly List<string> _roles = [];
    private string? _name;
    private string? _permission;
    private MenuModel _menu = new("Reports", "chart-bar", 10);

    internal DashboardBuilder(Type definition) => _definition = definition;

    /// <summary>Name in addresses, kebab case.</summary>
    public void Name(string name) => _name = name;

    /// <summary>Permission to see the page, and the roles that have it when the program is delivered. Figures of rows that a person may not see are left out all the same.</summary>
    public void Permission(string permission, params string[] roles)
    {
        _permission = permission;
        _roles.AddRange(roles);
    }

    /// <summary>Place in the menu.</summary>
    public void Menu(string group, string icon, int order = 10) => _menu = new MenuModel(group, icon, order);

    /// <summary>A number with the change against the period before.</summary>
    public WidgetBuilder<TEntity> Number<TEntity>(string name)
        where TEntity : class => Add<TEntity>(name, WidgetKind.Number);

    /// <summary>A line over time.</summary>
    public WidgetBuilder<TEntity> Line<TEntity>(string name)
        where TEntity : class => Add<TEntity>(name, WidgetKind.Line);

    /// <summary>Bars of parts; say <c>By</c>.</summary>
    public WidgetBuilder<TEntity> Bar<TEntity>(string name)
        where TEntity : class => Add<TEntity>(name, WidgetKind.Bar);

    /// <summary>A ring of parts; say <c>By</c>.</summary>
    public WidgetBuilder<TEntity> Donut<TEntity>(string name)
        where TEntity : class => Add<TEntity>(name, WidgetKind.Donut);

    /// <summary>A table of parts; say <c>By</c>.</summary>
    public WidgetBuilder<TEntity> Table<TEntity>(string name)
        where TEntity : class => Add<TEntity>(name, WidgetKind.Table);

    /// <summary>Steps, each a part of the one before; say <c>Step</c> for each.</summary>
    public WidgetBuilder<TEntity> Funnel<TEntity>(string name)
        where TEntity : class => Add<TEntity>(name, WidgetKind.Funnel);

    internal PermissionDefinition? PermissionToSee => _permission is null ? null : new PermissionDefinition(_permission, _menu.Group, Parent: null, _roles);

    internal DashboardModel Build(IResourceRegistry resources, ICollection<string> faults)
    {
        if (_name is null)
        {
            Fault("has no name: call Name(…)");
        }
        if (_permission is null)
        {
            Fault("names no permission: call Permission(…)");
        }
        foreach (var twice in _widgets.GroupBy(w => w.Name).Where(g => g.Count() > 1))
        {
            Fault($"figure {twice.Key} is defined twice");
        }
        var textKey = $"Dashboards.{Names.Pascal(_name ?? "none")}";
        return new DashboardModel
        {
            Name = _name ?? "",
            TextKey = textKey,
            Permission = _permission ?? "",
            Menu = _menu,
            Widgets = [.. _widgets.Select(w => w.Build(textKey, resources, Fault)).OfType<WidgetModel>()],
        };

        void Fault(string text) => faults.Add($"{_definition.Name}: {text}.");
    }

    private WidgetBuilder<TEntity> Add<TEntity>(string name, WidgetKind kind)
        where TEntity : class
    {
        var widget = new WidgetBuilder<TEntity>(name, kind);
        _widgets.Add(widget);
        return widget;
    }
}

/// <summary>A figure while it is being defined.</summary>
internal interface IWidgetSpec
{
    string Name { get; }

    WidgetModel? Build(string textKey, IResourceRegistry resources, Action<string> fault);
}
