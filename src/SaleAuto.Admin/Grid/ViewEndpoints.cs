using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Views;

namespace SaleAuto.Admin.Grid;

/// <summary>Saved views of a list.</summary>
internal sealed class ViewEndpoints : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        var views = admin.MapGroup("/{resource}/views");
        views.MapGet("/new", (string resource, string? state, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken) => AskAsync(resource, null, state, resources, loader, cancellationToken));
        views.MapGet("/{id:guid}", (string resource, Guid id, string? state, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken) => AskAsync(resource, id, state, resources, loader, cancellationToken));
        views.MapPost("/new", CreateAsync);
        views.MapPost("/{id:guid}", DescribeAsync);
        views.MapPost("/{id:guid}/state", UpdateStateAsync);
        views.MapPost("/{id:guid}/delete", DeleteAsync);
        views.MapPost("/default", SetDefaultAsync);
    }

    private static async Task<RazorComponentResult<ViewDialog>> AskAsync(
        string resource, Guid? id, string? state, IResourceRegistry resources, GridLoader loader, CancellationToken cancellationToken)
    {
        var model = await loader.LoadFrameAsync(resources.Get(resource), state, cancellationToken);
        return new(new { Model = model, View = id is null ? null : Find(model.Views, id.Value) });
    }

    private static async Task<IResult> CreateAsync(
        string resource, HttpContext http, IResourceRegistry resources, GridLoader loader, ISavedViewAppService views, IStringLocalizer<AdminTexts> texts, CancellationToken cancellationToken)
    {
        var (found, form, state) = await ReadAsync(resource, http, resources, cancellationToken);
        var view = await views.CreateAsync(Input(form) with { Resource = found.Name, State = await StateOfAsync(found, state, views, cancellationToken) }, cancellationToken);
        http.Response.CloseDialog();
        http.Response.Toast(ToastKind.Success, texts["Views.Saved", view.Name]);
        return await GridEndpoints.ShowAgainAsync(http, loader, found, GridState.Parse(found, view.State) with { View = view.Id.ToString() }, cancellationToken);
    }

    private static async Task<IResult> DescribeAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, GridLoader loader, ISavedViewAppService views, CancellationToken cancellationToken)
    {
        var (found, form, state) = await ReadAsync(resource, http, resources, cancellationToken);
        var view = Find(await views.GetAsync(found.Name, cancellationToken), id);
        await views.UpdateAsync(id, Input(form) with { State = view.State }, cancellationToken);
        http.Response.CloseDialog();
        return await GridEndpoints.ShowAgainAsync(http, loader, found, state, cancellationToken);
    }

    private static async Task<IResult> UpdateStateAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, GridLoader loader, ISavedViewAppService views, IStringLocalizer<AdminTexts> texts, CancellationToken cancellationToken)
    {
        var (found, _, state) = await ReadAsync(resource, http, resources, cancellationToken);
        var view = Find(await views.GetAsync(found.Name, cancellationToken), id);
        await views.UpdateAsync(
            id,
            new SaveViewInput { Name = view.Name, Audience = view.Audience, Role = view.Role, IsDefault = view.IsDefault, State = await StateOfAsync(found, state, views, cancellationToken) },
            cancellationToken);
        http.Response.Toast(ToastKind.Success, texts["Views.Saved", view.Name]);
        return await GridEndpoints.ShowAgainAsync(http, loader, found, state, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, GridLoader loader, ISavedViewAppService views, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        await views.DeleteAsync(id, cancellationToken);
        return await GridEndpoints.ShowAgainAsync(http, loader, found, new GridState(), cancellationToken);
    }

    private static async Task<IResult> SetDefaultAsync(
        string resource, HttpContext http, IResourceRegistry resources, GridLoader loader, ISavedViewAppService views, CancellationToken cancellationToken)
    {
        var (found, form, state) = await ReadAsync(resource, http, resources, cancellationToken);
        await views.SetOwnDefaultAsync(found.Name, Guid.TryParse(form["view"], out var id) ? id : null, cancellationToken);
        return await GridEndpoints.ShowAgainAsync(http, loader, found, state, cancellationToken);
    }

    // A view keeps the columns that its maker saw, so that others see them too.
    private static async Task<string> StateOfAsync(ResourceModel resource, GridState state, ISavedViewAppService views, CancellationToken cancellationToken) =>
        (state with { Columns = state.Columns ?? (await views.GetAsync(resource.Name, cancellationToken)).Columns }).ToViewQuery();

    private static async Task<(ResourceModel Resource, IFormCollection Form, GridState State)> ReadAsync(
        string resource, HttpContext http, IResourceRegistry resources, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        return (found, form, GridState.Parse(found, form["state"]));
    }

    private static SavedViewDto Find(GridViewsDto views, Guid id) => views.Views.FirstOrDefault(view => view.Id == id) ?? throw new EntityNotFoundException(typeof(SavedViewDto), id);

    private static SaveViewInput Input(IFormCollection form)
    {
        var audience = form["audience"].ToString().Split(':', 2);
        return new SaveViewInput
        {
            Name = form["name"].ToString(),
            Audience = Enum.TryParse<ViewAudience>(audience[0], out var known) ? known : ViewAudience.Private,
            Role = audience.ElementAtOrDefault(1),
            IsDefault = form["default"] == "1",
        };
    }
}
