using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Views;

namespace SaleAuto.Admin.Grid;

/// <summary>Loads what a list shows. The number of statements does not depend on the number of rows.</summary>
public sealed class GridLoader(IResourceReader reader, ISavedViewAppService views, AdminContext context, IResourceTexts texts)
{
    private const int CardsOfColumn = 50;

    /// <summary>Loads the list in the state of the address; an address without parameters opens the default view.</summary>
    public async Task<GridModel> LoadAsync(ResourceModel resource, GridState state, CancellationToken cancellationToken)
    {
        var model = await FrameAsync(resource, state, cancellationToken);
        return model.Error is null ? await FillAsync(model, cancellationToken) : model;
    }

    /// <summary>Loads everything around the rows: what a drawer or a dialog of the list needs.</summary>
    public async Task<GridModel> LoadFrameAsync(ResourceModel resource, string? state, CancellationToken cancellationToken)
    {
        var model = await FrameAsync(resource, GridState.Parse(resource, state) with { View = GridState.Parse(resource, state).View ?? GridState.NoView }, cancellationToken);
        return await NameFilterAsync(model, model.State.Filter, cancellationToken);
    }

    /// <summary>Adds what the lookup values of a condition are called.</summary>
    public async Task<GridModel> NameFilterAsync(GridModel model, FilterNode? filter, CancellationToken cancellationToken) =>
        model with { FilterLabels = await LoadFilterLabelsAsync(model.Resource, filter, cancellationToken) };

    private async Task<GridModel> FrameAsync(ResourceModel resource, GridState state, CancellationToken cancellationToken)
    {
        context.Access.Require(resource.Permission);
        var saved = await views.GetAsync(resource.Name, cancellationToken);
        state = Open(resource, state, saved);
        var visible = await reader.GetVisibleFieldsAsync(resource, cancellationToken);
        var offered = visible.Where(field => field.InList && field != resource.Label).ToList();
        return new GridModel
        {
            Resource = resource,
            State = state,
            Offered = offered,
            Columns = GridColumns.Read(state.Columns ?? saved.Columns, offered),
            Filterable = [.. visible.Where(field => field.Operators.Count > 0)],
            Views = saved,
            Rights = GridRights.Of(resource, context.Access),
            Error = state.IsBroken ? texts.ErrorOf(LowCodeErrorCodes.FilterMalformed) : null,
        };
    }

    private async Task<GridModel> FillAsync(GridModel model, CancellationToken cancellationToken)
    {
        try
        {
            return model with
            {
                Page = model.State.Form is GridForm.Table or GridForm.Gallery ? await reader.GetListAsync(model.Resource, QueryFor(model), cancellationToken) : null,
                Board = model.State.Form == GridForm.Board ? await LoadBoardAsync(model, cancellationToken) : [],
                FilterLabels = await LoadFilterLabelsAsync(model.Resource, model.State.Filter, cancellationToken),
            };
        }
        catch (InputValidationException wrong)
        {
            return model with { Error = string.Join(" ", wrong.Errors.Select(error => texts.ErrorOf(error.Code)).Distinct()) };
        }
    }

    private static GridState Open(ResourceModel resource, GridState state, GridViewsDto saved)
    {
        if (state.View is not null || state.ToQuery().Length > 0 || saved.DefaultViewId is not { } start)
        {
            return state;
        }
        var view = saved.Views.First(one => one.Id == start);
        return GridState.Parse(resource, view.State) with { View = start.ToString() };
    }

    private static ListQuery QueryFor(GridModel model)
    {
        var fields = model.State.Form == GridForm.Gallery
            ? model.Resource.Gallery!.Card.Append(model.Resource.Gallery.Picture)
            : model.Columns.Select(column => column.Field);
        return model.State.ToListQuery([.. fields.Select(field => field.Name).Distinct()]) with
        {
            Count = CountMode.Bounded,
            WithTotals = model.Columns.Any(column => column.Field.Total != TotalKind.None),
            WithActions = true,
        };
    }

    // One statement for the cards and one for the number of each column; there are as many columns as states, never as many as rows.
    private async Task<IReadOnlyList<BoardColumn>> LoadBoardAsync(GridModel model, CancellationToken cancellationToken)
    {
        var board = model.Resource.Board!;
        var columns = new List<BoardColumn>();
        foreach (var value in board.Columns)
        {
            var condition = new FilterCondition(board.Field.Name, FilterOperator.Eq, [value.ToString()!]);
            var query = (model.State with { Cursor = null }).ToListQuery([.. board.Card.Select(field => field.Name).Append(board.Field.Name).Distinct()]) with
            {
                PageSize = CardsOfColumn,
                Filter = model.State.Filter is null ? condition : new FilterGroup(true, [condition, model.State.Filter]),
                Count = CountMode.Bounded,
                WithActions = true,
            };
            var move = board.Moves.TryGetValue(value, out var name) ? model.Resource.FindAction(name) : null;
            columns.Add(new BoardColumn(value, await reader.GetListAsync(model.Resource, query, cancellationToken), move));
        }
        return columns;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> LoadFilterLabelsAsync(ResourceModel resource, FilterNode? filter, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<Guid, string>();
        var wanted = FilterEdit.Conditions(filter)
            .Select(condition => (Target: resource.FindField(condition.Field)?.Reference?.Resource, condition.Values))
            .Where(condition => condition.Target is not null)
            .GroupBy(condition => condition.Target!);
        foreach (var group in wanted)
        {
            var ids = group.SelectMany(condition => condition.Values).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
            foreach (var (id, label) in await reader.GetLabelsAsync(group.Key, ids, cancellationToken))
            {
                labels[id] = label;
            }
        }
        return labels;
    }
}
