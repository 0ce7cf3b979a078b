using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Changes of many rows: preview, doing it, undo.</summary>
internal sealed class BulkEndpoints : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapPost("/{resource}/bulk/{what}/preview", PreviewAsync);
        admin.MapPost("/{resource}/bulk/{what}/run", RunAsync);
        admin.MapPost("/{resource}/bulk/undo/{operation:guid}", UndoAsync);
    }

    private static async Task<IResult> PreviewAsync(
        string resource, string what, HttpContext http, IResourceRegistry resources, IResourceBulk bulk, AdminContext context, CancellationToken cancellationToken)
    {
        var order = await BulkOrder.ReadAsync(resources.Get(resource), what, http.Request, context.Zone, cancellationToken);
        return await AskAsync(order, bulk, null, cancellationToken);
    }

    private static async Task<IResult> RunAsync(
        string resource, string what, HttpContext http, IResourceRegistry resources, IResourceBulk bulk, AdminContext context, IResourceTexts texts, IStringLocalizer<AdminTexts> words,
        CancellationToken cancellationToken)
    {
        var order = await BulkOrder.ReadAsync(resources.Get(resource), what, http.Request, context.Zone, cancellationToken);
        BulkResult result;
        try
        {
            result = await bulk.RunAsync(order.Resource, order.ToRequest(), cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return await AskAsync(order, bulk, string.Join(" ", wrong.Errors.Select(error => texts.ErrorOf(error.Code)).Distinct()), cancellationToken);
        }
        var undo = result.OperationId is { } id && result.Done > 0 ? new ToastAction(words["Undo"], Post: ResourcePaths.Part(order.Resource, $"bulk/undo/{id}")) : null;
        http.Response.Toast(ToastKind.Success, words[what == "delete" ? "Bulk.Deleted" : "Bulk.Done", Display.Whole(result.Done)], undo);
        http.Response.Trigger("grid-reload", new { target = "#grid" });
        if (result.Refused.Count > 0)
        {
            return new RazorComponentResult<BulkRefusals>(new { order.Resource, Result = result });
        }
        http.Response.CloseDialog();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> UndoAsync(
        string resource, Guid operation, HttpContext http, IResourceRegistry resources, IResourceBulk bulk, IStringLocalizer<AdminTexts> words, CancellationToken cancellationToken)
    {
        var result = await bulk.UndoAsync(resources.Get(resource), operation, cancellationToken);
        http.Response.Toast(result.Refused.Count == 0 ? ToastKind.Success : ToastKind.Info, words[result.Refused.Count == 0 ? "Bulk.Undone" : "Bulk.UndonePartly", Display.Whole(result.Done), Display.Whole(result.Refused.Count)]);
        http.Response.Trigger("grid-reload", new { target = "#grid" });
        return TypedResults.NoContent();
    }

    private static async Task<IResult> AskAsync(BulkOrder order, IResourceBulk bulk, string? error, CancellationToken cancellationToken) =>
        new RazorComponentResult<BulkDialog>(new
        {
            order.Resource,
            order.What,
            order.Action,
            order.Ids,
            order.State,
            order.Fields,
            order.Typed,
            Preview = await bulk.PreviewAsync(order.Resource, order.ToRequest(), cancellationToken),
            Error = error,
        })
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
