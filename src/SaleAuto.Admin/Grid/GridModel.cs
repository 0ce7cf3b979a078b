using SaleAuto.LowCode;
using SaleAuto.Views;

namespace SaleAuto.Admin.Grid;

/// <summary>A list ready to be rendered.</summary>
public sealed record GridModel
{
    public required ResourceModel Resource { get; init; }

    public required GridState State { get; init; }

    /// <summary>Columns beside the first one, which is what the row is called.</summary>
    public required IReadOnlyList<GridColumn> Columns { get; init; }

    /// <summary>Fields that may be columns.</summary>
    public required IReadOnlyList<FieldModel> Offered { get; init; }

    /// <summary>Fields that may be filtered by.</summary>
    public required IReadOnlyList<FieldModel> Filterable { get; init; }

    public required GridViewsDto Views { get; init; }

    public required GridRights Rights { get; init; }

    /// <summary>The rows; null for a board or a calendar, and when the address could not be understood.</summary>
    public ResourcePage? Page { get; init; }

    /// <summary>Columns of the board.</summary>
    public IReadOnlyList<BoardColumn> Board { get; init; } = [];

    /// <summary>What lookup values of the filter are called.</summary>
    public IReadOnlyDictionary<Guid, string> FilterLabels { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Why there are no rows, when the address asked for something impossible.</summary>
    public string? Error { get; init; }

    /// <summary>The view that is open, or null.</summary>
    public SavedViewDto? View => Views.Views.FirstOrDefault(view => view.Id.ToString() == State.View);

    /// <summary>Whether the state differs from the view that is open.</summary>
    public bool IsViewChanged => View is { } view && GridState.Parse(Resource, view.State).ToViewQuery() != State.ToViewQuery();

    /// <summary>Address of the same list in another state.</summary>
    public string At(GridState state) => ResourcePaths.List(Resource, state);
}

/// <summary>A column of the board: the cards of one state.</summary>
/// <param name="Value">The state.</param>
/// <param name="Page">Its first cards, and how many there are.</param>
/// <param name="Move">The action that a card dragged here runs; null when none may be.</param>
public sealed record BoardColumn(object Value, ResourcePage Page, ActionModel? Move);

/// <summary>What the person may do on the list.</summary>
public sealed record GridRights(bool Create, bool Update, bool Delete, bool Export, bool Import)
{
    internal static GridRights Of(ResourceModel resource, Permissions.StaffAccess access) => new(
        resource.CanCreate && access.Has(resource.CreatePermission),
        resource.CanUpdate && access.Has(resource.UpdatePermission),
        resource.CanDelete && access.Has(resource.DeletePermission),
        access.Has(resource.ExportPermission),
        resource.CanCreate && access.Has(resource.ImportPermission));
}
