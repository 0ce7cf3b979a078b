using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Views;

namespace SaleAuto.Admin.Grid;

/// <summary>Lists of resources: the page, its update, filter, columns.</summary>
internal sealed class GridEndpoints : IAdminScreen
{
    private const int MaxSearchLength = 100;

    public void Map(RouteGroupBuilder admin)
    {
        var list = admin.MapGroup("/{resource}");
        list.MapGet("/", ShowAsync);
        list.MapGet("/columns", ShowColumnsAsync);
        list.MapPost("/layout", KeepLayoutAsync);
        list.MapGet("/filter", ShowFilterAsync);
        list.MapPost("/filter", ApplyFilterAsync);
        list.MapPost("/filter/draft", RebuildFilterAsync);
        list.MapGet("/filter/{field}", ShowFieldFilterAsync);
        list.MapPost("/filter/{field}", ApplyFieldFilterAsync);
        list.MapGet("/choices/{field}", ChooseAsync);
    }

    /// <summary>The list after a change of its state: the fragment, with the new address for the browser's history.</summary>
    internal static async Task<IResult> ShowAgainAsync(HttpContext http, GridLoader loader, ResourceModel resource, GridState state, CancellationToken cancellationToken)
    {
        var model = await loader.LoadAsync(resource, state, cancellationToken);
        http.Response.Headers["HX-Push-Url"] = ResourcePaths.List(resource, state);
        return new RazorComponentResult<GridBody>(new { Model = model });
    }

    private static async Task<IResult> ShowAsync(string resource, HttpContext http, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var model = await loader.LoadAsync(found, GridState.Parse(found, http.Request.Query), cancellationToken);
        return http.Request.IsFragment() ? new RazorComponentResult<GridBody>(new { Model = model }) : new RazorComponentResult<GridPage>(new { Model = model });
    }

    private static async Task<RazorComponentResult<ColumnDrawer>> ShowColumnsAsync(
        string resource, string? state, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken) =>
        new(new { Model = await loader.LoadFrameAsync(resources.Get(resource), state, cancellationToken) });

    private static async Task<IResult> KeepLayoutAsync(
        string resource, HttpContext http, IResourceRegistry resources, GridLoader loader, ISavedViewAppService views, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var state = GridState.Parse(found, form["state"]);
        var columns = form.ContainsKey("reset") ? "" : form.ContainsKey("columns") ? form["columns"].ToString() : form.ContainsKey("close") ? string.Join(',', form["column"].ToArray()) : null;
        await views.KeepLayoutAsync(found.Name, columns, Enum.TryParse<RowDensity>(form["density"], out var density) && Enum.IsDefined(density) ? density : null, cancellationToken);
        if (form.ContainsKey("silent"))
        {
            return TypedResults.NoContent(); // the browser shows the new width already
        }
        if (form.ContainsKey("close"))
        {
            http.Response.CloseDialog();
        }
        // Columns that the address names would hide the choice.
        return await ShowAgainAsync(http, loader, found, columns is null ? state : state with { Columns = null }, cancellationToken);
    }

    private static async Task<RazorComponentResult<FilterDrawer>> ShowFilterAsync(
        string resource, string? state, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var model = await loader.LoadFrameAsync(resources.Get(resource), state, cancellationToken);
        return new(new { Model = model, Draft = FilterDraft.Of(model.State.Filter) });
    }

    private static async Task<RazorComponentResult<FilterDrawer>> RebuildFilterAsync(
        string resource, HttpContext http, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var draft = FilterDraft.Read(found, form);
        var model = await loader.LoadFrameAsync(found, form["state"], cancellationToken);
        draft.Do(form["do"], model.Filterable.FirstOrDefault() ?? throw new EntityNotFoundException(typeof(FilterDraft), resource));
        return new(new { Model = await loader.NameFilterAsync(model, draft.ToFilter(), cancellationToken), Draft = draft });
    }

    private static async Task<IResult> ApplyFilterAsync(string resource, HttpContext http, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        http.Response.CloseDialog();
        return await ShowAgainAsync(http, loader, found, GridState.Parse(found, form["state"]) with { Filter = FilterDraft.Read(found, form).ToFilter(), Cursor = null }, cancellationToken);
    }

    private static async Task<RazorComponentResult<FilterEditor>> ShowFieldFilterAsync(
        string resource, string field, string? state, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var model = await loader.LoadFrameAsync(resources.Get(resource), state, cancellationToken);
        return new(new { Model = model, Field = Filterable(model, field) });
    }

    private static async Task<IResult> ApplyFieldFilterAsync(
        string resource, string field, HttpContext http, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var state = GridState.Parse(found, form["state"]);
        var model = found.FindField(field) is { Operators.Count: > 0 } known ? known : throw new EntityNotFoundException(typeof(FieldModel), field);
        return await ShowAgainAsync(http, loader, found, state with { Filter = FilterEdit.Replace(state.Filter, field, FilterForm.Read(model, form)), Cursor = null }, cancellationToken);
    }

    private static async Task<IResult> ChooseAsync(
        string resource, string field, string? q, IResourceRegistry resources, GridLoader loader, IResourceReader reader, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var model = await loader.LoadFrameAsync(found, null, cancellationToken);
        var search = q is { Length: > MaxSearchLength } ? q[..MaxSearchLength] : q ?? "";
        var items = await reader.LookupAsync(found, Filterable(model, field), null, search, new Dictionary<string, string>(), cancellationToken);
        return TypedResults.Json(items.Select(item => new { id = item.Id, label = item.Label }));
    }

    private static FieldModel Filterable(GridModel model, string field) =>
        model.Filterable.FirstOrDefault(one => one.Name == field) ?? throw new EntityNotFoundException(typeof(FieldModel), field);
}
