using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Editing one cell in place.</summary>
internal sealed class CellEndpoints : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/{resource}/{id:guid}/cell/{field}", EditAsync);
        admin.MapPost("/{resource}/{id:guid}/cell/{field}", SaveAsync);
    }

    private static async Task<RazorComponentResult<CellEditor>> EditAsync(
        string resource, Guid id, string field, string? state, IResourceRegistry resources, IResourceCommands commands, IResourceReader reader, AdminContext context, CancellationToken cancellationToken)
    {
        var (found, model) = Find(resources, resource, field);
        var (input, version) = await commands.EditAsync(found, id, cancellationToken);
        var text = ValueText.Of(model, input[model.Name], context.Zone);
        var label = await LabelAsync(model, input[model.Name], reader, cancellationToken);
        return new(new { Resource = found, Field = model, RowId = id, State = state ?? "", Text = text, Original = text, Version = version, Label = label });
    }

    private static async Task<IResult> SaveAsync(
        string resource, Guid id, string field, HttpContext http, IResourceRegistry resources, IResourceCommands commands, IResourceReader reader, GridLoader loader,
        AdminContext context, IResourceTexts texts, IStringLocalizer<AdminTexts> words, CancellationToken cancellationToken)
    {
        var (found, model) = Find(resources, resource, field);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (text, original) = (form[model.Name].ToString(), form["original"].ToString());
        var version = long.TryParse(form["version"], out var known) ? known : 0;
        try
        {
            var basis = new UpdateBasis(found.HasVersion ? version : null, Read(model, original, context));
            await commands.UpdateAsync(found, id, Read(model, text, context), basis, cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return Again(string.Join(" ", wrong.Errors.Select(error => texts.ErrorOf(error.Code)).Distinct()), original, version);
        }
        catch (BusinessException refusal)
        {
            return Again(texts.ErrorOf(refusal.Code, refusal.Values), original, version);
        }
        catch (RowChangedException changed)
        {
            // A second save is meant: it is based on what is there now.
            var current = ValueText.Of(model, changed.Conflicts.FirstOrDefault()?.Current, context.Zone);
            return Again(words["Cell.Conflict", current.Length == 0 ? words["Value.None"].Value : current], current, changed.CurrentVersion);
        }
        var record = await reader.GetAsync(found, id, cancellationToken);
        var grid = await loader.LoadFrameAsync(found, form["state"], cancellationToken);
        return new RazorComponentResult<GridRow>(new { Resource = found, grid.Columns, record.Page, record.Row, grid.Rights });

        IResult Again(string error, string basis, long basedOn)
        {
            http.Response.Headers["HX-Retarget"] = "#cell-form";
            return new RazorComponentResult<CellEditor>(new { Resource = found, Field = model, RowId = id, State = form["state"].ToString(), Text = text, Original = basis, Version = basedOn, Error = error })
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }
    }

    private static ResourceInput Read(FieldModel field, string text, AdminContext context) =>
        ResourceInput.FromForm([KeyValuePair.Create(field.Name, (string?)text)], [field], context.Zone);

    private static (ResourceModel Resource, FieldModel Field) Find(IResourceRegistry resources, string resource, string field)
    {
        var found = resources.Get(resource);
        return (found, found.FindField(field) is { IsInlineEditable: true, Input: not null } model ? model : throw new EntityNotFoundException(typeof(FieldModel), field));
    }

    private static async Task<string?> LabelAsync(FieldModel field, object? value, IResourceReader reader, CancellationToken cancellationToken) =>
        value is Guid id && field.Reference?.Resource is { } target
            ? (await reader.GetLabelsAsync(target, [id], cancellationToken)).GetValueOrDefault(id)
            : null;
}
