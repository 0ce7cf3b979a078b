using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms;

/// <summary>Forms of new rows and of rows, their checks and lookups.</summary>
internal sealed class FormScreen : IAdminScreen
{
    private const int MaxSearchLength = 100;

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/{resource}/new", NewAsync);
        admin.MapPost("/{resource}/new", (string resource, HttpContext http, IResourceRegistry resources, FormSaver saver, CancellationToken cancellationToken) =>
            saver.SaveAsync(resources.Get(resource), id: null, http, cancellationToken));
        admin.MapGet("/{resource}/{id:guid}/edit", EditAsync);
        admin.MapPost("/{resource}/{id:guid}/edit", (string resource, Guid id, HttpContext http, IResourceRegistry resources, FormSaver saver, CancellationToken cancellationToken) =>
            saver.SaveAsync(resources.Get(resource), id, http, cancellationToken));
        admin.MapPost("/{resource}/new/check", (string resource, HttpContext http, IResourceRegistry resources, FormSaver saver, CancellationToken cancellationToken) =>
            saver.CheckAsync(resources.Get(resource), id: null, http, cancellationToken));
        admin.MapPost("/{resource}/{id:guid}/edit/check", (string resource, Guid id, HttpContext http, IResourceRegistry resources, FormSaver saver, CancellationToken cancellationToken) =>
            saver.CheckAsync(resources.Get(resource), id, http, cancellationToken));
        admin.MapPost("/{resource}/new/restore", (string resource, HttpContext http, IResourceRegistry resources, FormDesk desk, CancellationToken cancellationToken) =>
            RestoreAsync(resources.Get(resource), id: null, http, desk, cancellationToken));
        admin.MapPost("/{resource}/{id:guid}/edit/restore", (string resource, Guid id, HttpContext http, IResourceRegistry resources, FormDesk desk, CancellationToken cancellationToken) =>
            RestoreAsync(resources.Get(resource), id, http, desk, cancellationToken));
        admin.MapGet("/{resource}/lookup/{field}", LookupAsync);
    }

    private static async Task<RazorComponentResult<RecordFormPage>> NewAsync(
        string resource, HttpContext http, IResourceRegistry resources, FormDesk desk, CancellationToken cancellationToken)
    {
        var given = http.Request.Query.SelectMany(x => x.Value.Select(text => KeyValuePair.Create(x.Key, text)));
        var form = await desk.OpenNewAsync(resources.Get(resource), given, http.Request.Query["back"], cancellationToken);
        return new(new { Form = form });
    }

    private static async Task<RazorComponentResult<RecordFormPage>> EditAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, FormDesk desk, CancellationToken cancellationToken)
    {
        var form = await desk.OpenEditAsync(resources.Get(resource), id, http.Request.Query["back"], cancellationToken);
        return new(new { Form = form });
    }

    // What was typed before the session ended: lookups with their names, lines and files included, and what the person had seen at first.
    private static async Task<RazorComponentResult<RecordFormBody>> RestoreAsync(
        ResourceModel resource, Guid? id, HttpContext http, FormDesk desk, CancellationToken cancellationToken)
    {
        var form = await desk.RestoreAsync(resource, id, await PostedForm.ReadAsync(http.Request, cancellationToken), cancellationToken);
        return new(new { Form = form, IsRestored = true });
    }

    // Answers JSON: Tom Select asks for it while somebody types.
    private static async Task<IResult> LookupAsync(
        string resource, string field, string? action, string? q, HttpContext http, IResourceRegistry resources, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var dialog = action is null ? null : model.FindAction(action) ?? throw new EntityNotFoundException(typeof(ActionModel), action);
        var path = field.Split('.');
        var found = (dialog?.Fields ?? [.. model.FormFields]).FirstOrDefault(f => f.Name == path[0]);
        found = path.Length > 1 ? found?.Lines.FirstOrDefault(f => f.Name == path[1]) : found;
        if (found?.Reference is null)
        {
            throw new EntityNotFoundException(typeof(FieldModel), field);
        }
        var search = q is { Length: > MaxSearchLength } ? q[..MaxSearchLength] : q ?? "";
        var narrowedBy = found.Reference.DependsOn.Keys
            .Where(name => http.Request.Query[name].ToString().Length > 0)
            .ToDictionary(name => name, name => http.Request.Query[name].ToString());
        var items = await reader.LookupAsync(model, found, dialog, search, narrowedBy, cancellationToken);
        return TypedResults.Json(items.Select(x => new { id = x.Id, label = x.Label }));
    }
}
