using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Grid;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Records;

/// <summary>The detail page of any row, its related rows, trash and restore.</summary>
internal sealed class RecordScreen : IAdminScreen
{
    private const int RelatedRows = 5;

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/{resource}/{id:guid}", ShowAsync);
        admin.MapGet("/{resource}/{id:guid}/related/{place:int}", ShowRelatedAsync);
        admin.MapPost("/{resource}/{id:guid}/delete", DeleteAsync);
        admin.MapPost("/{resource}/{id:guid}/restore", RestoreAsync);
        admin.MapPost("/{resource}/{id:guid}/revert", RevertAsync);
    }

    private static async Task<RazorComponentResult<RecordPage>> ShowAsync(
        string resource, Guid id, IResourceRegistry resources, IResourceReader reader, TimelineReader timeline, IStoredFiles stored, CancellationToken cancellationToken)
    {
        var record = await reader.GetAsync(resources.Get(resource), id, cancellationToken);
        var files = RecordFiles.Of(record).Distinct().ToList();
        return new(new
        {
            Record = record,
            Timeline = await timeline.ReadAsync(record.Page.Resource, id, TimelineFilter.All, cancellationToken),
            Files = files.Count > 0 ? await stored.DescribeAsync(files, cancellationToken) : new Dictionary<Guid, StoredFileDto>(),
        });
    }

    private static async Task<RazorComponentResult<RelatedRows>> ShowRelatedAsync(
        string resource, Guid id, int place, IResourceRegistry resources, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var related = place >= 0 && place < model.Related.Count ? model.Related[place] : throw new EntityNotFoundException(typeof(RelatedModel), place);
        var query = new ListQuery
        {
            PageSize = RelatedRows,
            Filter = new FilterCondition(related.Field, FilterOperator.Eq, [id.ToString()]),
            Count = CountMode.Bounded,
        };
        var page = await reader.GetListAsync(related.Resource, query, cancellationToken);
        return new(new { Page = page, Related = related, Id = id, Owner = model });
    }

    private static async Task<IResult> DeleteAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, IResourceReader reader, IResourceCommands commands,
        IStringLocalizer<RecordTexts> texts, AdminContext context, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var record = await reader.GetAsync(model, id, cancellationToken);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        try
        {
            await commands.DeleteAsync(model, id, long.TryParse(form["version"], out var version) ? version : null, cancellationToken);
        }
        catch (RowChangedException)
        {
            throw new BusinessException(LowCodeErrorCodes.ChangedSince);
        }
        var undo = model.HasTrash ? new ToastAction(texts["Undo"], Post: ResourcePaths.Restore(model, id)) : null;
        return Done(http, context, model, id, texts[model.HasTrash ? "Deleted" : "Removed", record.Row.Label], undo, ResourcePaths.List(model));
    }

    private static async Task<IResult> RestoreAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, IResourceCommands commands, IStringLocalizer<RecordTexts> texts, AdminContext context, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        await commands.RestoreAsync(model, id, cancellationToken);
        return Done(http, context, model, id, texts["Restored"], undo: null, ResourcePaths.Detail(model, id));
    }

    // On a list the row goes or comes where it stands; from the record's own page the way leads on.
    private static IResult Done(HttpContext http, AdminContext context, ResourceModel resource, Guid id, string text, ToastAction? undo, string next)
    {
        if (http.Request.IsFragment() && context.Path != ResourcePaths.Detail(resource, id))
        {
            http.Response.Toast(ToastKind.Success, text, undo);
            http.Response.Trigger("row-changed", new { target = "body", resource = resource.Name, id });
            return TypedResults.NoContent();
        }
        http.Response.ToastOnNextPage(ToastKind.Success, text, undo);
        return http.GoTo(next);
    }

    private static async Task<IResult> RevertAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, IResourceCommands commands, IResourceTexts captions,
        IStringLocalizer<RecordTexts> texts, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var field = model.FindField(form["field"].ToString()) ?? throw new EntityNotFoundException(typeof(FieldModel), form["field"].ToString());
        if (!Guid.TryParse(form["entry"], out var entry))
        {
            throw new EntityNotFoundException(typeof(Auditing.AuditEntry), form["entry"].ToString());
        }
        await commands.RevertAsync(model, id, entry, field.Name, cancellationToken);
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Reverted", captions.Caption(field)]);
        return http.GoTo($"{AdminScreens.Home}/{model.Name}/{id}");
    }
}
